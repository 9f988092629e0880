import {
  createRandom,
  LabelClassifier,
  type LabelExample,
  loadPack,
  mixMessages,
  shuffle,
  trainPack,
} from '@parley/nlu'
import { detectLanguage, type Language } from '@parley/text'
import { z } from 'zod'
import { byLanguage } from './by-language'
import { judgeLabels } from './judge-labels'
import { judgeWithShipped } from './judge-shipped-intents'
import { type JudgedLabels, labelMetrics } from './label-metrics'
import { readJsonl } from './read-jsonl'
import { type Provenance, type ShippedEvaluationOptions, trainAndMeasure, trainerProgress } from './trained-evaluation'

export interface MultiIntentMetrics {
  readonly n: number
  /** Share of messages given exactly their intents. */
  readonly exactMatch: number
  readonly microF1: number
}

export interface MultiIntentsReport extends MultiIntentMetrics, Provenance {
  readonly task: 'multi-intents'
  readonly lang: Readonly<Partial<Record<Language, MultiIntentMetrics>>>
  /** Messages of several intents that were made up of the training file's. */
  readonly mixtures: number
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
 * file hardly has messages of several intents, they are made up of those that have one. Without a training file the
 * shipped intents are measured, as the server finds them in the parts of a message.
 * Files are JSONL `{text,intents}`, or `{text,intent}` with several joined by `#`.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateMultiIntents(options: ShippedEvaluationOptions): Promise<MultiIntentsReport> {
  const test = await readRows(options.test)
  return options.train === undefined ? measureShipped(options, test) : measureTrained(options, options.train, test)
}

async function measureShipped(options: ShippedEvaluationOptions, test: readonly Row[]): Promise<MultiIntentsReport> {
  return trainAndMeasure(
    options,
    () => trainPack(loadPack(), { encoder: options.encoder, product: options.product, seed: options.seed }),
    async (classifier) => {
      const judged = await judgeWithShipped(test, classifier, options.encoder)
      const lang = byLanguage(judged, (row) => row.lang, metrics)
      return { task: 'multi-intents', ...metrics(judged), lang, mixtures: 0 } as const
    },
  )
}

async function measureTrained(
  options: ShippedEvaluationOptions,
  train: string,
  test: readonly Row[],
): Promise<MultiIntentsReport> {
  const rows = await readRows(train)
  const { examples, mixtures } = withMixtures(rows, options.seed ?? 1)
  options.onProgress?.(`${examples.length} examples, ${mixtures} of them made up`)
  return trainAndMeasure(
    options,
    () => LabelClassifier.train(examples, { ...options, onProgress: trainerProgress(options) }),
    async (classifier) => {
      const judged = await judgeLabels(test, classifier, { encoder: options.encoder })
      const lang = byLanguage(judged, (row) => row.lang, metrics)
      return { task: 'multi-intents', ...metrics(judged), lang, mixtures } as const
    },
  )
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

function metrics(rows: readonly JudgedLabels[]): MultiIntentMetrics {
  const { n, accuracy, microF1 } = labelMetrics(rows)
  return { n, exactMatch: accuracy, microF1 }
}
