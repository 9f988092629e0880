import { join } from 'node:path'
import { createMatrixProduct, type Encoder, type MatrixProduct, openCachedEncoder } from '@parley/inference'
import {
  evaluateActs,
  evaluateAnswers,
  evaluateConversations,
  evaluateEntities,
  evaluateIntents,
  evaluateLabels,
  evaluateMemory,
  evaluateMultiIntents,
  evaluatePairs,
  evaluateRelations,
  evaluateRequests,
  evaluateRetrieval,
  evaluateRobustness,
  evaluateSlots,
  evaluateTasks,
  evaluateThreads,
  type ShippedEvaluationOptions,
  type TrainedEvaluationOptions,
} from '@parley/learning'
import { createUnderstander, recognise } from '@parley/nlu'
import { describeReport, type Report } from '../describe-report'
import { type LocalEncoder, openLocalEncoder } from '../open-local-encoder'
import { openShippedHeads } from '../open-shipped-heads'
import { passagesFromCache } from '../passages-from-cache'
import type { Terminal } from '../terminal'
import { version } from '../version'

export type EvaluationTask =
  | 'intents'
  | 'retrieval'
  | 'answers'
  | 'tasks'
  | 'requests'
  | 'conversations'
  | 'acts'
  | 'labels'
  | 'multi-intents'
  | 'slots'
  | 'entities'
  | 'relations'
  | 'pairs'
  | 'memory'
  | 'robustness'
  | 'threads'

/** As the command line checked them: a task that needs a file has it. */
export interface EvaluationOptions {
  readonly test: string
  readonly corpus: string
  readonly queries: string
  readonly qrels: string
  readonly train?: string
  readonly val?: string
  readonly shots?: number
  readonly seed?: number
  readonly oos?: string
  readonly map?: string
  readonly head?: string
}

/** Options of a task that always learns from a file. */
type TrainedOptions = EvaluationOptions & { readonly train: string }

interface Workplace {
  readonly terminal: Terminal
  readonly local: LocalEncoder
  /** The same encoder with its results kept on disk. */
  readonly cached: Encoder
  readonly report: (progress: { readonly step: string; readonly done: number; readonly total: number }) => void
}

/** Measures one language task, by the parts that the server uses. */
export async function evaluate(terminal: Terminal, task: EvaluationTask, options: EvaluationOptions): Promise<void> {
  const local = await openLocalEncoder(terminal)
  const cached = await openCachedEncoder(local.encoder, join(local.directory, 'features'))
  try {
    const figures = await measure[task]({ terminal, local, cached, report: reporterOf(terminal) }, options)
    const report: Report = { ...figures }
    terminal.result({ ...report, version }, () => describeReport(terminal, report))
  } finally {
    terminal.endProgress()
    await cached.close()
  }
}

type Measure = (workplace: Workplace, options: EvaluationOptions) => Promise<object>

const measure: Readonly<Record<EvaluationTask, Measure>> = {
  intents: ({ terminal, local, cached }, options) =>
    withProduct((product) =>
      evaluateIntents({
        ...options,
        encoder: local.encoder,
        cachedEncoder: cached,
        product,
        version,
        onProgress: terminal.progress,
      }),
    ),
  retrieval: ({ local, cached, report }, { corpus, queries, qrels }) =>
    evaluateRetrieval({ corpus, queries, qrels, encoder: passagesFromCache(local.encoder, cached), version, report }),
  answers: ({ local, cached, report }, { corpus, queries }) =>
    evaluateAnswers({ corpus, queries, encoder: passagesFromCache(local.encoder, cached), version, report }),
  tasks: async ({ terminal, local, report }, { test }) => {
    const heads = await openShippedHeads(terminal, local)
    const { understand } = createUnderstander({ encoder: local.encoder, ...heads, recognise })
    return evaluateTasks({ test, understand, encoder: local.encoder.id, version, report })
  },
  requests: ({ local, cached }, { test, train }) =>
    withProduct((product) =>
      evaluateRequests({ test, train, encoder: local.encoder, cachedEncoder: cached, product, version }),
    ),
  conversations: async ({ terminal, local, cached, report }, { test }) => {
    const heads = await openShippedHeads(terminal, local)
    return evaluateConversations({ test, encoder: passagesFromCache(local.encoder, cached), ...heads, report })
  },
  acts: shippedOrTrained(evaluateActs),
  labels: shippedOrTrained(evaluateLabels),
  'multi-intents': shippedOrTrained(evaluateMultiIntents),
  slots: trained(evaluateSlots),
  entities: shippedOrTrained(evaluateEntities),
  relations: (_, { test, map }) => evaluateRelations({ test, map, version }),
  pairs: ({ cached, report }, { test }) => evaluatePairs({ test, encoder: cached, version, report }),
  memory: ({ cached, report }, { test }) => evaluateMemory({ test, encoder: cached, version, report }),
  robustness: ({ terminal, cached }, options) =>
    withProduct((product) =>
      evaluateRobustness({ ...options, encoder: cached, product, version, onProgress: terminal.progress }),
    ),
  threads: ({ cached }, { test, train }) => evaluateThreads({ test, train, encoder: cached, version }),
}

/** A task that learns from a file, or else measures what Parley ships. */
function shippedOrTrained(
  evaluateTask: (options: ShippedEvaluationOptions & { readonly head?: string }) => Promise<object>,
): Measure {
  return ({ terminal, cached }, options) =>
    withProduct((product) =>
      evaluateTask({ ...options, encoder: cached, product, version, onProgress: terminal.progress }),
    )
}

/** A task that learns from one file and is measured on another. */
function trained(evaluateTask: (options: TrainedEvaluationOptions) => Promise<object>): Measure {
  return ({ terminal, cached }, options) =>
    withProduct((product) =>
      evaluateTask({ ...asTrained(options), encoder: cached, product, version, onProgress: terminal.progress }),
    )
}

async function withProduct<Result>(run: (product: MatrixProduct) => Promise<Result>): Promise<Result> {
  const product = createMatrixProduct()
  try {
    return await run(product)
  } finally {
    await product.close()
  }
}

function asTrained({ train, ...options }: EvaluationOptions): TrainedOptions {
  if (train === undefined) throw new TypeError('the command line lets nobody through without --train')
  return { ...options, train }
}

const steps = ['index', 'search', 'answer', 'extract', 'converse'] as const

function reporterOf(terminal: Terminal): Workplace['report'] {
  return ({ step, done, total }) => {
    const known = steps.find((name) => name === step)
    terminal.progress(known ? terminal.text(`cli.step.${known}`, { done, total }) : `${step} ${done}/${total}`)
  }
}
