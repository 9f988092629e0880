import type { Encoder } from '@parley/inference'
import { type Answer, type Answerer, createAnswerer } from '@parley/knowledge'
import { detectLanguage } from '@parley/text'
import { coverageAtRisk, exactMatch, holdsAnswer, riskCoverageArea, tokenF1 } from './answer-metrics'
import { byLanguage } from './by-language'
import { type CorpusQuery, readCorpus, readQueries } from './corpus-files'
import { EvaluationInputError } from './evaluation-input-error'
import { indexCorpus, type ReportProgress } from './index-corpus'
import { type LatencyMs, summariseLatency } from './latency'

export interface EvaluateAnswersOptions {
  readonly corpus: string
  readonly queries: string
  readonly encoder: Encoder | null
  /** Of Parley, for the record. */
  readonly version: string
  readonly report?: ReportProgress
}

export interface AnswerScores {
  /** Share of the answerable questions whose first cited sentence holds a gold answer, refused ones included. */
  readonly sentenceHit1: number
  /** Of the short answer where one was given, else of the answer's text; over answerable questions, 0 when refused. */
  readonly em: number
  readonly f1: number
  /** Share of the answered questions whose first cited sentence holds a gold answer and stands in its document. */
  readonly citationPrecision: number
  /** Share of the unanswerable questions that were refused; null when there are none. */
  readonly refusalRecall: number | null
  /** Share of the answerable questions that were refused. */
  readonly falseRefusal: number
  /** Area under the risk–coverage curve; 0 is best. */
  readonly riskCoverage: number
  /** Share of questions that could be answered with 5 and 10 per cent of the answers wrong. */
  readonly coverageAtRisk05: number
  readonly coverageAtRisk10: number
}

export interface AnswerEvaluation extends AnswerScores {
  readonly task: 'answers'
  readonly n: number
  readonly unanswerable: number
  readonly lang: Readonly<Record<string, AnswerScores & { readonly n: number }>>
  /** Question to answer, one at a time, encoder included. */
  readonly latencyMs: LatencyMs
  readonly indexSeconds: number
  readonly documents: number
  readonly unreadable: number
  readonly encoder: string | null
  readonly version: string
  readonly seconds: number
}

interface Outcome {
  readonly language: string
  readonly isAnswerable: boolean
  readonly isAnswered: boolean
  readonly confidence: number
  readonly holds: boolean
  /** Holds a gold answer and stands in its document. */
  readonly isRight: boolean
  readonly em: number
  readonly f1: number
  readonly ms: number
}

/**
 * Measures answers with their first citation, by the answerer the server uses.
 *
 * @throws EvaluationInputError for unusable files.
 */
export async function evaluateAnswers(options: EvaluateAnswersOptions): Promise<AnswerEvaluation> {
  const start = performance.now()
  const { encoder, report } = options
  const documents = await readCorpus(options.corpus)
  const queries = await readQueries(options.queries)
  requireAnswers(queries, options.queries)
  const { index, seconds: indexSeconds, unreadable } = await indexCorpus(documents, encoder, report)
  const answerer = createAnswerer({ index, encoder })
  const outcomes: Outcome[] = []
  for (const query of queries) {
    outcomes.push(await judge(answerer, query))
    report?.({ step: 'answer', done: outcomes.length, total: queries.length })
  }
  return {
    ...{ task: 'answers', n: outcomes.length, unanswerable: outcomes.filter((one) => !one.isAnswerable).length },
    ...summarise(outcomes),
    lang: byLanguage(outcomes, ({ language }) => language, withCount),
    latencyMs: summariseLatency(outcomes.map((outcome) => outcome.ms)),
    ...{
      indexSeconds,
      documents: documents.length,
      unreadable,
      encoder: encoder?.id ?? null,
      version: options.version,
    },
    seconds: (performance.now() - start) / 1000,
  }
}

function requireAnswers(queries: readonly CorpusQuery[], file: string): void {
  const line = queries.findIndex((query) => query.answers === undefined) + 1
  if (line > 0) throw new EvaluationInputError({ file, line, field: 'answers' }, 'is missing', 'missing')
}

async function judge(answerer: Answerer, query: CorpusQuery): Promise<Outcome> {
  const start = performance.now()
  const answer = await answerer.answer({ question: query.text, mayRead: () => true })
  const ms = performance.now() - start
  const golds = (query.answers ?? []).map((gold) => gold.text)
  const documents = (query.answers ?? []).flatMap((gold) => gold.doc ?? [])
  const first = answer.citations[0]
  const holds = first !== undefined && holdsAnswer(first.quote, golds)
  const isAnswered = answer.kind === 'answer'
  const prediction = isAnswered ? predictionOf(answer) : ''
  return {
    ...{ language: query.lang ?? detectLanguage(query.text), isAnswerable: golds.length > 0, isAnswered, holds, ms },
    confidence: answer.confidence,
    isRight: holds && (documents.length === 0 || documents.includes(first.documentId)),
    em: exactMatch(prediction, golds),
    f1: tokenF1(prediction, golds),
  }
}

/** Without a lead-in: the words of the source. */
function predictionOf(answer: Answer): string {
  return answer.shortAnswer ?? answer.citations[0]?.quote ?? ''
}

const withCount = (outcomes: readonly Outcome[]) => ({ n: outcomes.length, ...summarise(outcomes) })

function summarise(outcomes: readonly Outcome[]): AnswerScores {
  const answerable = outcomes.filter((outcome) => outcome.isAnswerable)
  const unanswerable = outcomes.filter((outcome) => !outcome.isAnswerable)
  const answered = outcomes.filter((outcome) => outcome.isAnswered)
  const isRefused = (outcome: Outcome) => !outcome.isAnswered
  return {
    sentenceHit1: share(answerable, (outcome) => outcome.holds),
    em: mean(answerable, (outcome) => outcome.em),
    f1: mean(answerable, (outcome) => outcome.f1),
    citationPrecision: share(answered, (outcome) => outcome.isRight),
    refusalRecall: unanswerable.length === 0 ? null : share(unanswerable, isRefused),
    falseRefusal: share(answerable, isRefused),
    riskCoverage: riskCoverageArea(outcomes),
    coverageAtRisk05: coverageAtRisk(outcomes, 0.05),
    coverageAtRisk10: coverageAtRisk(outcomes, 0.1),
  }
}

function share(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number {
  return mean(outcomes, (outcome) => (holds(outcome) ? 1 : 0))
}

function mean(outcomes: readonly Outcome[], value: (outcome: Outcome) => number): number {
  return outcomes.length === 0 ? 0 : outcomes.reduce((sum, outcome) => sum + value(outcome), 0) / outcomes.length
}
