import type { Encoder, MatrixProduct } from '@parley/inference'
import { classifiedPart, encodeAsMeant, IntentClassifier, loadPack, trainPack } from '@parley/nlu'
import type { Language } from '@parley/text'
import { type IntentMetrics, intentMetrics, type JudgedRow, meanMetrics } from './intent-metrics'
import { type IntentRow, readIntentMap, readIntentRows, sampleShots } from './intent-rows'
import { type LatencyMs, summariseLatency } from './latency'

export interface EvaluateIntentsOptions {
  readonly test: string
  /** Absent: the shipped model is measured. */
  readonly train?: string | undefined
  readonly val?: string | undefined
  /** Examples an intent; figures are then the mean over seeds 1 to 5, or of the one seed given. */
  readonly shots?: number | undefined
  readonly seed?: number | undefined
  /** The intent name that means "out of scope". */
  readonly oos?: string | undefined
  /** JSON object from the shipped model's intents to the test file's. */
  readonly map?: string | undefined
  /** Reads messages one at a time for the latency; null: n-grams only. */
  readonly encoder: Encoder | null
  /** The same encoder with its results kept, for all else. Default: `encoder`. */
  readonly cachedEncoder?: Encoder | undefined
  readonly product: MatrixProduct
  readonly version: string
  readonly onProgress?: ((line: string) => void) | undefined
}

export interface IntentsReport extends IntentMetrics {
  readonly task: 'intents'
  readonly lang: Readonly<Partial<Record<Language, IntentMetrics>>>
  readonly seeds: readonly number[]
  /** Of one training run, encoding of the examples included unless it was cached. */
  readonly trainSeconds: number
  /** One message at a time, encoder included. */
  readonly latencyMs: LatencyMs
  readonly seconds: number
  readonly encoder: string | null
  readonly version: string
}

const FEW_SHOT_SEEDS = [1, 2, 3, 4, 5]
const LATENCY_SAMPLE = 200

interface Run {
  readonly rows: readonly JudgedRow[]
  readonly classifier: IntentClassifier
  readonly trainSeconds: number
}

/**
 * `eval intents`: trains the heads that the server uses, or takes the shipped ones, and measures them on a test file.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateIntents(options: EvaluateIntentsOptions): Promise<IntentsReport> {
  const started = performance.now()
  const test = await readIntentRows(options.test, options.oos)
  const seeds = options.seed !== undefined ? [options.seed] : options.shots === undefined ? [1] : FEW_SHOT_SEEDS
  const runs: Run[] = []
  for (const seed of seeds) runs.push(await measure(options, test, seed))
  return {
    task: 'intents',
    ...meanMetrics(runs.map(({ rows }) => intentMetrics(rows))),
    lang: byLanguage(runs),
    seeds,
    trainSeconds: runs.reduce((sum, run) => sum + run.trainSeconds, 0) / runs.length,
    latencyMs: await measureLatency(options.encoder, (runs[0] as Run).classifier, test),
    seconds: (performance.now() - started) / 1000,
    encoder: options.encoder?.id ?? null,
    version: options.version,
  }
}

async function measure(options: EvaluateIntentsOptions, test: readonly IntentRow[], seed: number): Promise<Run> {
  const started = performance.now()
  const classifier = await train(options, seed)
  const trainSeconds = (performance.now() - started) / 1000
  options.onProgress?.(`seed ${seed}: trained in ${trainSeconds.toFixed(1)} s, reading ${test.length} test rows`)
  const encoder = options.cachedEncoder ?? options.encoder
  const parts = test.map(({ text }) => classifiedPart(text))
  const encodings = encoder && (await encodeAsMeant(encoder, parts, classifier, { priority: 'background' }))
  const rename = await renaming(options)
  const rows = test.map(({ intent, lang }, index) => ({
    intent,
    lang,
    prediction: rename(classifier.predict(encodings?.[index] ?? null, parts[index] as string)),
  }))
  return { rows, classifier, trainSeconds }
}

async function train(options: EvaluateIntentsOptions, seed: number): Promise<IntentClassifier> {
  const { oos, val, shots, product, onProgress } = options
  const training = {
    encoder: options.cachedEncoder ?? options.encoder,
    product,
    seed,
    onProgress: ({ step, view }: { step: string; view?: string }) =>
      onProgress?.(`seed ${seed}: ${step} ${view ?? ''}`),
  }
  if (options.train === undefined) return trainPack(loadPack(), training)
  const rows = await readIntentRows(options.train, oos)
  const examples = shots === undefined ? rows : sampleShots(rows, shots, seed)
  const validation = val === undefined ? undefined : await readIntentRows(val, oos)
  return IntentClassifier.train(examples, { ...training, validation })
}

type Prediction = JudgedRow['prediction']

/** From the shipped model's names to the test file's; a name that is not in the map stays. */
async function renaming({ map }: EvaluateIntentsOptions): Promise<(prediction: Prediction) => Prediction> {
  if (map === undefined) return (prediction) => prediction
  const names = await readIntentMap(map)
  const renamed = (name: string) => names.get(name) ?? name
  return (prediction) => ({
    ...prediction,
    name: prediction.name === null ? null : renamed(prediction.name),
    ranking: prediction.ranking.map(({ name, probability }) => ({ name: renamed(name), probability })),
  })
}

function byLanguage(runs: readonly Run[]): IntentsReport['lang'] {
  const languages = new Set(runs.flatMap(({ rows }) => rows.map(({ lang }) => lang)))
  const of = (lang: Language) => runs.map(({ rows }) => intentMetrics(rows.filter((row) => row.lang === lang)))
  return Object.fromEntries([...languages].map((lang) => [lang, meanMetrics(of(lang))]))
}

async function measureLatency(
  encoder: Encoder | null,
  classifier: IntentClassifier,
  test: readonly IntentRow[],
): Promise<LatencyMs> {
  const samples: number[] = []
  for (const { text } of test.slice(0, LATENCY_SAMPLE)) {
    const started = performance.now()
    const part = classifiedPart(text)
    const [encoding] = encoder ? await encodeAsMeant(encoder, [part], classifier) : []
    classifier.predict(encoding ?? null, part)
    samples.push(performance.now() - started)
  }
  return summariseLatency(samples)
}
