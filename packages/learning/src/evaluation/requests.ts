import type { Encoder, MatrixProduct } from '@parley/inference'
import { classifiedPart, IntentClassifier, type IntentExample, loadRequestPack, trainPack } from '@parley/nlu'
import type { Language } from '@parley/text'
import { byLanguage } from './by-language'
import { type IntentRow, readIntentRows } from './intent-rows'
import { type LatencyMs, summariseLatency } from './latency'
import { share } from './share'

export interface EvaluateRequestsOptions {
  /** JSONL `{text,intent}`, `none` for a text that asks for nothing. */
  readonly test: string
  /** Absent: the shipped request head is measured. */
  readonly train?: string | undefined
  /** Reads the test one text at a time; null: n-grams only. */
  readonly encoder: Encoder | null
  /** The same encoder with its results kept, for training. Default: `encoder`. */
  readonly cachedEncoder?: Encoder | undefined
  readonly product: MatrixProduct
  readonly seed?: number | undefined
  readonly version?: string
}

export interface RequestScores {
  readonly n: number
  /** Of requests, whatever their kind. */
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface RequestsEvaluation extends RequestScores {
  readonly task: 'requests'
  readonly lang: Readonly<Partial<Record<Language, RequestScores>>>
  readonly seed: number
  readonly trainSeconds: number
  /** One text at a time, encoder included. */
  readonly latencyMs: LatencyMs
  readonly encoder: string | null
  readonly version: string | null
  readonly seconds: number
}

interface Judged {
  readonly row: IntentRow
  readonly isFound: boolean
  readonly ms: number
}

const NONE = 'none'
const isRequest = ({ intent }: IntentExample) => intent !== null && intent !== NONE

/**
 * `eval requests`: tells texts that ask for something, or promise it, from those that do not, by the head that finds
 * tasks. A text counts as a request when "none" has less than half of the probability, as in the extraction of tasks.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateRequests(options: EvaluateRequestsOptions): Promise<RequestsEvaluation> {
  const started = performance.now()
  const test = await readIntentRows(options.test)
  const classifier = await train(options)
  const trainSeconds = (performance.now() - started) / 1000
  const judged: Judged[] = []
  for (const row of test) judged.push(await judge(row, classifier, options.encoder))
  return {
    task: 'requests',
    ...score(judged),
    lang: byLanguage(judged, ({ row }) => row.lang, score),
    seed: options.seed ?? 1,
    trainSeconds,
    latencyMs: summariseLatency(judged.map(({ ms }) => ms)),
    encoder: options.encoder?.id ?? null,
    version: options.version ?? null,
    seconds: (performance.now() - started) / 1000,
  }
}

async function train({ train, product, seed, ...options }: EvaluateRequestsOptions): Promise<IntentClassifier> {
  const training = { encoder: options.cachedEncoder ?? options.encoder, product, seed }
  if (train === undefined) return trainPack(loadRequestPack(), training)
  return IntentClassifier.train(await readIntentRows(train), { ...training, learnsNames: false })
}

async function judge(row: IntentRow, classifier: IntentClassifier, encoder: Encoder | null): Promise<Judged> {
  const started = performance.now()
  const text = classifiedPart(row.text)
  const [encoding] = (await encoder?.encode([text], { purpose: 'query' })) ?? []
  const { ranking } = classifier.predict(encoding ?? null, text)
  const none = ranking.find(({ name }) => name === NONE)?.probability ?? 0
  return { row, isFound: none < 0.5, ms: performance.now() - started }
}

function score(judged: readonly Judged[]): RequestScores {
  const found = judged.filter(({ isFound }) => isFound).length
  const expected = judged.filter(({ row }) => isRequest(row)).length
  const right = judged.filter(({ row, isFound }) => isFound && isRequest(row)).length
  return {
    n: judged.length,
    precision: share(right, found),
    recall: share(right, expected),
    f1: share(2 * right, found + expected),
  }
}
