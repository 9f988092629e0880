import type { PooledStates } from '@parley/inference'
import type { ReadMessage } from '../features/message-features'
import { createViewLogits, type ViewLogits } from '../features/view-logits'
import { logSoftmax } from '../numeric/softmax'
import { commonWords } from '../spelling/common-words'
import { createMeantWords, type MeantWords } from '../spelling/meant-words'
import { createSpeltWords } from '../spelling/spelt-words'
import { latinWords } from '../substance/word-likeness'
import type { IntentPrediction } from '../understanding'
import { type IntentExample, type IntentModel, IntentModelError, type IntentPool } from './intent-model'
import { createExampleIndex, type ExampleIndex } from './nearest-examples'
import { poolRow } from './opinion-pool'
import { type Outcome, outcomeOf } from './outcome'
import { rarityOpinion } from './rarity-opinion'
import { inScopeProbability } from './scope'
import { type LogOddsShifts, NO_SHIFTS, shiftIntents } from './shift-intents'
import { type TrainIntentsOptions, trainIntents } from './train-intents'
import { logOddsAt } from './train-scope-head'

const MAX_RANKING = 5

/** Names a message's intent, with calibrated confidence, or says that it has none that it knows. */
export class IntentClassifier {
  private readonly exampleIndex: ExampleIndex
  private readonly rarity: Float32Array
  private readonly logits: readonly ViewLogits[]
  private readonly scopeLogits: ViewLogits | null
  private meantWords: MeantWords | undefined

  constructor(readonly model: IntentModel) {
    this.exampleIndex = createExampleIndex(model)
    this.rarity = rarityOpinion(model.examples.labels, model.intents.length)
    this.logits = model.heads.map(({ view, linear }) => createViewLogits(view, linear, IntentModelError))
    this.scopeLogits = scopeLogitsOf(model)
  }

  /** @throws IntentTrainingError when the examples cannot be learnt from. */
  static async train(examples: readonly IntentExample[], options: TrainIntentsOptions): Promise<IntentClassifier> {
    return new IntentClassifier(await trainIntents(examples, options))
  }

  /** The text with slips, and Chinese words in Latin letters, mended into words of the examples. */
  asMeant(text: string): string {
    this.meantWords ??= speller(this.model.examples.texts)
    return this.meantWords(text)
  }

  /**
   * @param encoding of the text as it was meant (`asMeant`), by the encoder that the model was trained with; null while
   *   there is none: the n-grams alone then decide, with a threshold of their own.
   * @param shifts evidence from elsewhere, in log-odds.
   * @throws IntentModelError when the encoding is of another size than the model's.
   */
  predict(encoding: PooledStates | null, text: string, shifts: LogOddsShifts = NO_SHIFTS): IntentPrediction {
    const { message, pool } = this.reading(encoding, text)
    const { logProbabilities, inScope } = this.shifted(pool, message, shifts)
    const ranking = rank(this.model.intents, logProbabilities)
    const best = ranking[0] as IntentPrediction['ranking'][number]
    const confidence = best.probability * inScope
    return {
      name: confidence < pool.threshold ? null : best.name,
      confidence,
      threshold: pool.threshold,
      ranking,
      nearestExamples: this.exampleIndex.nearest(
        message,
        ranking.map(({ name }) => name),
      ),
      features: message.encoding === null ? 'ngrams' : 'encoder+ngrams',
    }
  }

  /** As `predict` tells it, without the search for like examples, which takes most of its time. */
  outcome(encoding: PooledStates | null, text: string): Outcome {
    const { threshold } = this.poolFor(encoding)
    return outcomeOf(this.confidences(encoding, text), threshold, this.model.intents)
  }

  /**
   * Probabilities of the best intents, best first, as `predict` ranks them, without the threshold and without the search
   * for like examples, which takes most of its time.
   */
  rank(encoding: PooledStates | null, text: string): IntentPrediction['ranking'] {
    const { message, pool } = this.reading(encoding, text)
    return rank(this.model.intents, this.poolHeads(pool, message))
  }

  /**
   * Confidence in each intent, in the order of the model's, as `predict` gives it for the best: by what explains a
   * prediction, or sweeps the threshold.
   */
  confidences(encoding: PooledStates | null, text: string): Float64Array {
    const { message, pool } = this.reading(encoding, text)
    const logProbabilities = this.poolHeads(pool, message)
    const inScope = this.inScope(pool, message, logProbabilities)
    return Float64Array.from(logProbabilities, (value) => Math.exp(value) * inScope)
  }

  /** @throws IntentModelError when the model reads features of another encoder than this one. */
  assertReads(encoder: { readonly id: string } | null): void {
    const { encoderId } = this.model
    if (encoder === null || encoderId === null || encoder.id === encoderId) return
    throw new IntentModelError(`the model reads features of ${encoderId}, not of ${encoder.id}`)
  }

  private shifted(pool: IntentPool, message: ReadMessage, shifts: LogOddsShifts) {
    const logProbabilities = this.poolHeads(pool, message)
    const inScope = this.inScope(pool, message, logProbabilities)
    if (shifts.size === 0) return { logProbabilities, inScope }
    return shiftIntents({ intents: this.model.intents, logProbabilities, inScope }, shifts)
  }

  /** What can be read of the message, and the pool that reads it. */
  private reading(encoding: PooledStates | null, text: string): { message: ReadMessage; pool: IntentPool } {
    const message = { text: this.asMeant(text), encoding: this.usable(encoding) }
    return { message, pool: this.poolFor(encoding) }
  }

  private usable(encoding: PooledStates | null): PooledStates | null {
    return this.model.encoderId === null ? null : encoding
  }

  private poolFor(encoding: PooledStates | null): IntentPool {
    return this.usable(encoding) === null ? this.model.lexicalPool : this.model.pool
  }

  private poolHeads({ weights, rarity = 0 }: IntentPool, message: ReadMessage): Float32Array {
    const models = this.logits.flatMap((logits, index) =>
      (weights[index] as number) > 0 ? [logSoftmax(logits(message))] : [],
    )
    if ((weights[this.model.heads.length] ?? 0) > 0) models.push(this.exampleIndex.opinion(message))
    const asked = weights.filter((weight) => weight > 0)
    const opinions = { classes: this.model.intents.length, models: [...models, this.rarity] }
    return poolRow(opinions, [...asked, rarity], 0)
  }

  private inScope(pool: IntentPool, message: ReadMessage, intents: Float32Array): number {
    const isAsked = pool.scope?.weights.length === 2
    const logits = isAsked ? this.scopeLogits?.(message) : undefined
    const logOdds = logits ? logOddsAt(logSoftmax(logits), 0) : null
    return inScopeProbability(pool.scope, { intents, outOfScopeLogOdds: logOdds })
  }
}

function speller(examples: readonly string[]): MeantWords {
  const known = new Set(examples.flatMap(latinWords))
  const spelt = createSpeltWords(examples, (letters) => known.has(letters) || commonWords().has(letters))
  const meant = createMeantWords(examples, commonWords())
  return (text) => meant(spelt(text))
}

function scopeLogitsOf({ scopeHead, heads }: IntentModel): ViewLogits | null {
  const view = scopeHead && heads[scopeHead.head]?.view
  return view ? createViewLogits(view, scopeHead.linear, IntentModelError) : null
}

function rank(intents: readonly string[], logProbabilities: Float32Array): IntentPrediction['ranking'] {
  return intents
    .map((name, index) => ({ name, probability: Math.exp(logProbabilities[index] as number) }))
    .toSorted((left, right) => right.probability - left.probability)
    .slice(0, MAX_RANKING)
}
