import type { Encoder, MatrixProduct } from '@parley/inference'
import { createRandom, LabelClassifier, type LabelExample, mixMessages, shuffle } from '@parley/nlu'
import { detectLanguage, type Language } from '@parley/text'
import { z } from 'zod'
import { type JudgedLabels, labelMetrics } from './label-metrics'
import { readJsonl } from './read-jsonl'

export interface EvaluateMultiIntentsOptions {
  /** JSONL `{text,intents}` or `{text,intent}`, several joined by `#`. */
  readonly train: string
  /** JSONL `{text,intents}`. */
  readonly test: string
  /** Default 1. */
  readonly seed?: number | undefined
  /** Null: n-grams only. */
  readonly encoder: Encoder | null
  readonly product: MatrixProduct
  readonly version: string
  readonly onProgress?: ((line: string) => void) | undefined
}

export interface MultiIntentMetrics {
  readonly n: number
  /** Share of messages given exactly their intents. */
  readonly exactMatch: number
  readonly microF1: number
}

export interface MultiIntentsReport extends MultiIntentMetrics {
  readonly task: 'multi-intents'
  readonly lang: Readonly<Partial<Record<Language, MultiIntentMetrics>>>
  /** Messages of several intents that were made up of the training file's. */
  readonly mixtures: number
  readonly seed: number
  readonly trainSeconds: number
  readonly seconds: number
  readonly encoder: string | null
  readonly version: string
}

interface Row extends LabelExample {
  readonly lang: Language
}

/** Where fewer examples than this share have several intents, mixtures are made up of the others. */
const LEAST_SHARE_OF_SEVERAL = 0.2
const MAX_SINGLES = 1500
const MIXTURES = 3000

/**
 * `eval multi-intents`: trains heads that give a message any number of intents and measures them. Where the training
 * file hardly has messages of several intents, they are made up of those that have one.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateMultiIntents(options: EvaluateMultiIntentsOptions): Promise<MultiIntentsReport> {
  const started = performance.now()
  const { encoder, seed = 1, onProgress } = options
  const [rows, test] = await Promise.all([readRows(options.train), readRows(options.test)])
  const { examples, mixtures } = withMixtures(rows, seed)
  onProgress?.(`${examples.length} examples, ${mixtures} of them made up`)
  const classifier = await LabelClassifier.train(examples, {
    ...options,
    onProgress: ({ step, view }) => onProgress?.(`${step} ${view ?? ''}`),
  })
  const trainSeconds = (performance.now() - started) / 1000
  const judged = await judgeRows(test, classifier, encoder)
  return {
    task: 'multi-intents',
    ...metrics(judged),
    lang: byLanguage(test, judged),
    mixtures,
    seed,
    trainSeconds,
    seconds: (performance.now() - started) / 1000,
    encoder: encoder?.id ?? null,
    version: options.version,
  }
}

const row = z
  .object({
    text: z.string().trim().min(1),
    intents: z.array(z.string()).optional(),
    intent: z.string().optional(),
    lang: z.enum(['zh', 'en']).optional(),
  })
  .refine(({ intent, intents }) => intent !== undefined || intents !== undefined, {
    error: 'expected "intents" or "intent"',
    path: ['intents'],
  })

async function readRows(file: string): Promise<Row[]> {
  const rows = await readJsonl(file, row)
  return rows.map(({ text, intents, intent = '', lang }) => ({
    text,
    labels: [...new Set(intents ?? intent.split('#'))].filter((name) => name !== ''),
    lang: lang ?? detectLanguage(text),
  }))
}

function withMixtures(rows: readonly Row[], seed: number) {
  const several = rows.filter(({ labels }) => labels.length > 1)
  if (several.length >= LEAST_SHARE_OF_SEVERAL * rows.length) return { examples: rows, mixtures: 0 }
  const single = rows.filter(({ labels }) => labels.length === 1)
  const made = mixMessages(single, { count: MIXTURES, seed })
  const kept = shuffle(single, createRandom(seed)).slice(0, MAX_SINGLES)
  return { examples: [...kept, ...several, ...made], mixtures: made.length }
}

async function judgeRows(test: readonly Row[], classifier: LabelClassifier, encoder: Encoder | null) {
  const texts = test.map(({ text }) => text)
  const encodings = await encoder?.encode(texts, { purpose: 'query', priority: 'background' })
  return test.map(({ text, labels }, index) => ({
    truth: labels,
    prediction: classifier.predict(encodings?.[index] ?? null, text).labels,
    confidences: [],
  }))
}

function metrics(rows: readonly JudgedLabels[]): MultiIntentMetrics {
  const { n, accuracy, microF1 } = labelMetrics(rows)
  return { n, exactMatch: accuracy, microF1 }
}

function byLanguage(test: readonly Row[], judged: readonly JudgedLabels[]): MultiIntentsReport['lang'] {
  const languages = new Set(test.map(({ lang }) => lang))
  const of = (lang: Language) => metrics(judged.filter((_row, index) => test[index]?.lang === lang))
  return Object.fromEntries([...languages].map((lang) => [lang, of(lang)]))
}
