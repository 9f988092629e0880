import type { Encoder } from '@parley/inference'
import type { HybridIndex, RetrievalMode } from '@parley/knowledge'
import { detectLanguage } from '@parley/text'
import { byLanguage } from './by-language'
import { readCorpus, readQrels, readSearches, type SearchQuery } from './corpus-files'
import { EvaluationInputError } from './evaluation-input-error'
import { indexCorpus, type ReportProgress } from './index-corpus'
import { type LatencyMs, summariseLatency } from './latency'
import { type Grades, ndcgAt, recallAt, reciprocalRankAt } from './ranking-metrics'

export interface EvaluateRetrievalOptions {
  readonly corpus: string
  readonly queries: string
  readonly qrels: string
  readonly encoder: Encoder | null
  /** Of Parley, for the record. */
  readonly version: string
  readonly report?: ReportProgress
}

export interface RetrievalScores {
  readonly ndcg10: number
  readonly recall10: number
  readonly mrr10: number
}

export interface RetrievalEvaluation {
  readonly task: 'retrieval'
  /** Queries with a judgement. */
  readonly n: number
  readonly lexical: RetrievalScores
  /** Null without an encoder. */
  readonly dense: RetrievalScores | null
  readonly hybrid: RetrievalScores
  /** `hybrid` by the language of the query. */
  readonly lang: Readonly<Record<string, RetrievalScores & { readonly n: number }>>
  /** Hybrid search, one question at a time, encoder included. */
  readonly latencyMs: LatencyMs
  readonly indexSeconds: number
  readonly documents: number
  readonly unreadable: number
  readonly passages: number
  readonly encoder: string | null
  readonly version: string
  readonly seconds: number
}

const DEPTH = 10
/** Several passages of one document may come before the next document. */
const PASSAGES = 100

interface Outcome {
  readonly language: string
  readonly ms: number
  readonly scores: Readonly<Record<RetrievalMode, RetrievalScores>>
}

/**
 * Measures lexical, dense and hybrid retrieval of documents, by the index the server uses.
 *
 * @throws EvaluationInputError for unusable files.
 */
export async function evaluateRetrieval(options: EvaluateRetrievalOptions): Promise<RetrievalEvaluation> {
  const start = performance.now()
  const { encoder, report } = options
  const documents = await readCorpus(options.corpus)
  const qrels = await readQrels(options.qrels)
  const queries = (await readSearches(options.queries)).filter((query) => qrels.has(query.id))
  if (queries.length === 0) throw new EvaluationInputError({ file: options.qrels }, 'judges none of the queries')
  const { index, seconds: indexSeconds, unreadable } = await indexCorpus(documents, encoder, report)
  const outcomes: Outcome[] = []
  for (const query of queries) {
    outcomes.push(await measureQuery(index, query, qrels.get(query.id)!))
    report?.({ step: 'search', done: outcomes.length, total: queries.length })
  }
  return {
    ...{ task: 'retrieval', n: outcomes.length },
    lexical: meanOf(outcomes, 'lexical'),
    dense: encoder ? meanOf(outcomes, 'dense') : null,
    hybrid: meanOf(outcomes, 'hybrid'),
    lang: byLanguage(outcomes, ({ language }) => language, withCount),
    latencyMs: summariseLatency(outcomes.map((outcome) => outcome.ms)),
    ...{ indexSeconds, documents: documents.length, unreadable, passages: index.passageCount },
    encoder: encoder?.id ?? null,
    version: options.version,
    seconds: (performance.now() - start) / 1000,
  }
}

async function measureQuery(index: HybridIndex, query: SearchQuery, grades: Grades): Promise<Outcome> {
  const start = performance.now()
  const hybrid = await rank(index, query.text, 'hybrid')
  const ms = performance.now() - start
  const lexical = await rank(index, query.text, 'lexical')
  const dense = await rank(index, query.text, 'dense')
  const scores = { hybrid: score(hybrid, grades), lexical: score(lexical, grades), dense: score(dense, grades) }
  return { language: query.lang ?? detectLanguage(query.text), ms, scores }
}

async function rank(index: HybridIndex, text: string, mode: RetrievalMode): Promise<string[]> {
  const { found } = await index.search({ text, mode, limit: PASSAGES, mayRead: () => true })
  return [...new Set(found.map(({ passage }) => passage.documentId))].slice(0, DEPTH)
}

function score(ranked: readonly string[], grades: Grades): RetrievalScores {
  return {
    ndcg10: ndcgAt(DEPTH, ranked, grades),
    recall10: recallAt(DEPTH, ranked, grades),
    mrr10: reciprocalRankAt(DEPTH, ranked, grades),
  }
}

const withCount = (outcomes: readonly Outcome[]) => ({ n: outcomes.length, ...meanOf(outcomes, 'hybrid') })

function meanOf(outcomes: readonly Outcome[], mode: RetrievalMode): RetrievalScores {
  const mean = (key: keyof RetrievalScores) =>
    outcomes.reduce((sum, outcome) => sum + outcome.scores[mode][key], 0) / outcomes.length
  return { ndcg10: mean('ndcg10'), recall10: mean('recall10'), mrr10: mean('mrr10') }
}
