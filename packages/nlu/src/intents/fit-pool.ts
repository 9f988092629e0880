import type { MatrixProduct } from '@parley/inference'
import { chooseThreshold } from './choose-threshold'
import type { IntentCorpus } from './intent-corpus'
import type { IntentPool, ValidationFigures } from './intent-model'
import { fitPoolWeights, type Opinions, poolRow } from './opinion-pool'
import { judgeRarity } from './rarity-opinion'
import { fitScopeModel, inScopeProbability, type ScopeEvidence } from './scope'
import { heldOutLabels, type JudgedHead } from './train-head'
import type { JudgedScopeHead } from './train-scope-head'

export interface FitPoolOptions {
  /** Null for a head that is not asked. */
  readonly heads: readonly (Pick<JudgedHead, 'heldOut'> | null)[]
  readonly corpus: IntentCorpus
  readonly scope: JudgedScopeHead | null
  readonly product: MatrixProduct
}

/** One held-out message under the pool. */
interface Judged {
  readonly confidence: number
  /** Index of the likeliest intent. */
  readonly best: number
  readonly isRight: boolean
  readonly loss: number
}

/** Where nothing could be held out, more likely than not must do. */
const DEFAULT_THRESHOLD = 0.5
const MIN_OUT_OF_SCOPE = 10

/** Learns how to join the heads, what is in scope, and the threshold, all from held-out rows. */
export async function fitPool(options: FitPoolOptions): Promise<IntentPool> {
  const { heads, corpus } = options
  const labels = heldOutLabels(corpus.labels, corpus.folds)
  const asked = heads.flatMap((head) => head ?? [])
  const opinions = [...asked, { heldOut: judgeRarity(corpus) }]
  const inside = opinionsOf(opinions, 'inside', corpus)
  const weights = labels.length > 0 ? await fitPoolWeights(inside, labels) : [...asked.map(() => 1 / asked.length), 0]
  const evidence = inScopeEvidence(options, inside, weights)
  const outside = outOfScopeEvidence(options, opinionsOf(opinions, 'outside', corpus), weights)
  const hasScope = labels.length > 0 && outside.length >= MIN_OUT_OF_SCOPE
  const scope = hasScope ? await fitScopeModel(evidence, outside, options.product) : null
  const judge = (row: ScopeEvidence, label: number) => judgeRow(row, label, inScopeProbability(scope, row))
  const judged = evidence.map((row, index) => judge(row, labels[index] as number))
  const threshold = labels.length > 0 ? chooseThreshold(confidencesOfRight(judged)) : DEFAULT_THRESHOLD
  const left = weights.values()
  const judgedOutside = outside.map((row) => judge(row, -1))
  return {
    weights: heads.map((head) => (head === null ? 0 : (left.next().value as number))),
    rarity: weights.at(-1) as number,
    scope,
    threshold,
    validation: figures(judged, judgedOutside, threshold),
    judged: {
      rows: corpus.folds.flatMap((fold) => fold.validation),
      best: judged.map(({ best }) => best),
      confidences: judged.map(({ confidence }) => confidence),
      outside: judgedOutside.map(({ confidence }) => confidence),
    },
  }
}

function opinionsOf(
  heads: readonly Pick<JudgedHead, 'heldOut'>[],
  part: 'inside' | 'outside',
  { intents }: IntentCorpus,
): Opinions {
  return { classes: intents.length, models: heads.map(({ heldOut }) => heldOut[part]) }
}

function inScopeEvidence({ corpus, scope }: FitPoolOptions, opinions: Opinions, weights: number[]): ScopeEvidence[] {
  const rows = corpus.folds.flatMap((fold) => fold.validation)
  return rows.map((row, place) => ({
    intents: poolRow(opinions, weights, place),
    outOfScopeLogOdds: scope?.inScope.get(row) ?? null,
  }))
}

function outOfScopeEvidence({ corpus, scope }: FitPoolOptions, opinions: Opinions, weights: number[]): ScopeEvidence[] {
  if (opinions.models.some((model) => model.length === 0)) return []
  return corpus.outOfScope.map((_message, row) => ({
    intents: poolRow(opinions, weights, row),
    outOfScopeLogOdds: scope?.outOfScope.get(row) ?? null,
  }))
}

function judgeRow({ intents }: ScopeEvidence, label: number, inScope: number): Judged {
  const best = intents.indexOf(intents.reduce((highest, value) => Math.max(highest, value), Number.NEGATIVE_INFINITY))
  return {
    confidence: inScope * Math.exp(intents[best] as number),
    best,
    isRight: best === label,
    loss: label < 0 ? 0 : -(intents[label] as number),
  }
}

function confidencesOfRight(judged: readonly Judged[]): number[] {
  return judged.filter(({ isRight }) => isRight).map(({ confidence }) => confidence)
}

function figures(inside: readonly Judged[], outside: readonly Judged[], threshold: number): ValidationFigures {
  return {
    rows: inside.length,
    accuracy: share(inside, ({ isRight }) => isRight),
    logLoss: inside.reduce((sum, { loss }) => sum + loss, 0) / Math.max(1, inside.length),
    rejectedInScope: share(inside, ({ confidence }) => confidence < threshold),
    rejectedOutOfScope: outside.length > 0 ? share(outside, ({ confidence }) => confidence < threshold) : null,
  }
}

function share<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.filter(test).length / Math.max(1, items.length)
}
