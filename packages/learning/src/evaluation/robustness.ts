import type { Encoder, MatrixProduct } from '@parley/inference'
import { classifiedPart, createRandom, encodeAsMeant, IntentClassifier, loadPack, trainPack } from '@parley/nlu'
import { byLanguage } from './by-language'
import { type IntentRow, readIntentRows } from './intent-rows'
import { PERTURBATION_NAMES, PERTURBATIONS, type PerturbationName } from './perturb-text'
import { type PerturbedRow, type RobustnessMetrics, robustnessMetrics } from './robustness-metrics'

export interface EvaluateRobustnessOptions {
  readonly test: string
  /** Absent: the shipped intents are measured. */
  readonly train?: string | undefined
  /** Draws the changes. Default 1. */
  readonly seed?: number | undefined
  /** Null: n-grams only. */
  readonly encoder: Encoder | null
  readonly product: MatrixProduct
  readonly version: string
  readonly onProgress?: ((line: string) => void) | undefined
}

export interface RobustnessReport extends RobustnessMetrics {
  readonly task: 'robustness'
  readonly n: number
  /** Of all rows as they are. */
  readonly accuracy: number
  readonly lang: Readonly<Record<string, RobustnessMetrics>>
  readonly seed: number
  readonly seconds: number
  readonly encoder: string | null
  readonly version: string
}

interface Reading {
  readonly encoder: Encoder | null
  readonly classifier: IntentClassifier
}

/**
 * `eval robustness`: how much of the intents' accuracy is lost when messages are written untidily. Every kind of change
 * is made alone, in every row that it changes; the likeliest intent counts, whether or not it passes the threshold.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateRobustness(options: EvaluateRobustnessOptions): Promise<RobustnessReport> {
  const started = performance.now()
  const { encoder, seed = 1, version } = options
  const test = await readIntentRows(options.test)
  const reading = { encoder, classifier: await train(options) }
  const isCleanRight = await judge(test, reading)
  const rows: PerturbedRow[] = []
  for (const name of PERTURBATION_NAMES) {
    options.onProgress?.(name)
    rows.push(...(await judgePerturbed(name, test, isCleanRight, { ...reading, seed })))
  }
  return {
    task: 'robustness',
    n: test.length,
    accuracy: isCleanRight.filter(Boolean).length / test.length,
    ...robustnessMetrics(rows),
    lang: byLanguage(rows, ({ lang }) => lang, robustnessMetrics),
    seed,
    seconds: (performance.now() - started) / 1000,
    encoder: encoder?.id ?? null,
    version,
  }
}

async function train({ train: file, ...options }: EvaluateRobustnessOptions): Promise<IntentClassifier> {
  const training = { encoder: options.encoder, product: options.product, seed: options.seed }
  if (file === undefined) return trainPack(loadPack(), training)
  return IntentClassifier.train(await readIntentRows(file), training)
}

async function judgePerturbed(
  name: PerturbationName,
  test: readonly IntentRow[],
  isCleanRight: readonly boolean[],
  { seed, ...reading }: Reading & { readonly seed: number },
): Promise<PerturbedRow[]> {
  const random = createRandom(seed)
  const changed = test.flatMap((row, index) => {
    const text = PERTURBATIONS[name](row.text, random)
    return text === row.text ? [] : [{ row: { ...row, text }, isCleanRight: isCleanRight[index] === true }]
  })
  const isRight = await judge(
    changed.map(({ row }) => row),
    reading,
  )
  return changed.map(({ row, isCleanRight: wasRight }, index) => ({
    perturbation: name,
    lang: row.lang,
    isCleanRight: wasRight,
    isRight: isRight[index] === true,
  }))
}

/** Whether the likeliest intent of each row is the true one. */
async function judge(rows: readonly IntentRow[], { encoder, classifier }: Reading): Promise<boolean[]> {
  const texts = rows.map(({ text }) => classifiedPart(text))
  const encodings = encoder && (await encodeAsMeant(encoder, texts, classifier, { priority: 'background' }))
  return rows.map(({ intent }, index) => {
    const [best] = classifier.rank(encodings?.[index] ?? null, texts[index] as string)
    return best?.name === intent
  })
}
