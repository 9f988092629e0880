import type { Encoder, MatrixProduct } from '@parley/inference'
import { type ReadMessage, viewMatrix } from '../features/message-features'
import type { LinearModel } from '../numeric/linear-model'
import { fitSoftmaxRegression } from '../numeric/softmax-regression'
import { type IntentCorpus, readCorpus } from './intent-corpus'
import type { IntentExample, IntentHead, IntentModel, ScopeHead } from './intent-model'
import { rememberExamples } from './train-intents'
import { SCOPE_PENALTY, scopeRows } from './train-scope-head'

export interface ExtendIntentsOptions {
  readonly encoder: Encoder | null
  readonly product: MatrixProduct
  readonly signal?: AbortSignal | undefined
}

/** From where a model was to where it would be: most of the way, in a tenth of the time. */
const LESSONS = { maxIterations: 12, valueTolerance: 0 }
/** Known examples that are gone over again, so that they are not forgotten. */
const REPEATED = 600
/** A new example among so many known ones has to be heard in a few iterations. */
const NEW_WEIGHT = 3

/**
 * The model after some more lessons: its heads go on from where they are, on the new examples and some of those that they
 * know, and it keeps its features, penalties, calibration and threshold. Quick, and judged by nobody: `trainIntents`
 * follows for good.
 *
 * @param examples all of them, known and new.
 * @throws IntentTrainingError as `trainIntents` does.
 */
export async function extendIntents(
  model: IntentModel,
  examples: readonly IntentExample[],
  options: ExtendIntentsOptions,
): Promise<IntentModel> {
  const corpus = await readCorpus(examples, options)
  const remembered = rememberExamples(corpus, options.encoder)
  const lesson = chooseRows(model, corpus, remembered.keys)
  const heads: IntentHead[] = []
  for (const head of model.heads) {
    const start = withClasses(head.linear, model.intents, corpus.intents)
    const features = viewMatrix(head.view, lesson.messages)
    const fit = { ...options, ...LESSONS, features, classes: corpus.intents.length, l2: head.l2, start }
    const { labels, rowWeights } = lesson
    heads.push({ ...head, linear: await fitSoftmaxRegression({ ...fit, labels, rowWeights }) })
  }
  const { judged: _judged, ...pool } = model.pool
  const scopeHead = await extendScope(model, lesson.messages, corpus.outOfScope, options)
  return { ...model, intents: corpus.intents, heads, scopeHead, pool, examples: remembered }
}

/** What is new, and an even choice of what is known. */
function chooseRows({ examples }: IntentModel, { inScope, labels }: IntentCorpus, keys: readonly string[]) {
  const known = new Set(examples.keys)
  const isNew = (row: number) => !known.has(keys[row] as string)
  const old = keys.flatMap((_key, row) => (isNew(row) ? [] : [row]))
  const stride = Math.max(1, old.length / REPEATED)
  const repeated = Array.from({ length: Math.min(REPEATED, old.length) }, (_unused, place) =>
    Math.floor(place * stride),
  ).map((place) => old[place] as number)
  const rows = [...keys.keys()].filter(isNew).concat(repeated)
  return {
    messages: rows.map((row) => inScope[row] as ReadMessage),
    labels: rows.map((row) => labels[row] as number),
    rowWeights: rows.map((row) => (isNew(row) ? NEW_WEIGHT : 1)),
  }
}

/** What it knew of each intent, by its new number; nothing yet of a new one. */
function withClasses(linear: LinearModel, before: readonly string[], after: readonly string[]): LinearModel {
  const classes = after.length
  const places = after.map((intent) => before.indexOf(intent))
  const weights = new Float32Array(linear.columns * classes)
  for (let column = 0; column < linear.columns; column++) {
    places.forEach((place, index) => {
      if (place >= 0) weights[column * classes + index] = linear.weights[column * linear.classes + place] as number
    })
  }
  const biases = Float32Array.from(places, (place) => (place >= 0 ? (linear.biases[place] as number) : 0))
  return { columns: linear.columns, classes, weights, biases }
}

/** A new intent lies within the scope: that must be learnt, too. */
async function extendScope(
  { scopeHead, heads }: IntentModel,
  inside: readonly ReadMessage[],
  outside: readonly ReadMessage[],
  { product, signal }: ExtendIntentsOptions,
): Promise<ScopeHead | null> {
  const view = scopeHead && heads[scopeHead.head]?.view
  if (!scopeHead || !view) return null
  const { matrix: features, labels } = scopeRows(viewMatrix(view, inside), viewMatrix(view, outside))
  const fit = { product, signal, features, labels, classes: 2, l2: SCOPE_PENALTY, start: scopeHead.linear }
  return { ...scopeHead, linear: await fitSoftmaxRegression({ ...fit, ...LESSONS }) }
}
