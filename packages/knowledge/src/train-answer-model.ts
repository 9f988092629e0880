import { type AnswerCandidate, findCandidates } from './answer-candidates'
import { confidenceFeatures, rankingFeatures } from './answer-features'
import type { AnswerModel } from './answer-model'
import type { HybridIndex } from './hybrid-index'
import { fitLogistic, type LogisticExample } from './logistic'
import { passageText } from './passage-text'
import { plainQuery } from './query/read-query'
import type { AnswerType } from './query/structured-query'
import { analyseQuestion, type QuestionAnalysis } from './question-analysis'
import { quoteOf } from './quote'
import { judgeCandidates, type RankedCandidate, rankCandidates } from './rank-candidates'

/** A question with what its answer must hold. Without answers it cannot be answered from the documents. */
export interface LabelledQuestion {
  readonly text: string
  readonly answers: readonly { readonly text: string; readonly doc: string }[]
  /** The document it was written on: questions on one document are never split between training and test. */
  readonly about: string
}

/** A question as asked of the documents that `mayRead` allows. */
export interface Situation {
  readonly question: LabelledQuestion
  readonly analysis: QuestionAnalysis
  readonly candidates: readonly AnswerCandidate[]
}

export async function observe(
  index: HybridIndex,
  question: LabelledQuestion,
  mayRead: (documentId: string) => boolean,
): Promise<Situation> {
  const analysis = analyseQuestion(plainQuery(question.text))
  return { question, analysis, candidates: await findCandidates({ index, question: analysis, mayRead }) }
}

/** Whether what would be quoted for a candidate holds a gold answer and stands in its document. */
export function isRight(candidate: AnswerCandidate, question: LabelledQuestion, type: AnswerType): boolean {
  const { passage } = candidate.hit
  const quote = passageText(passage, quoteOf(candidate, type))
  return question.answers.some((answer) => answer.doc === passage.documentId && quote.includes(answer.text))
}

const FOLDS = 5

/**
 * Fits ranking and confidence. Confidence is fitted on rankings of questions whose documents the ranking model has not
 * seen, or it would trust itself too much.
 */
export function trainAnswerModel(situations: readonly Situation[], threshold: number): AnswerModel {
  const examples = foldsOf(situations).flatMap(({ others, own }) => {
    const partial = { ...UNTRAINED, ranking: fitRanking(others) }
    return own.flatMap((situation) => confidenceExample(situation, partial) ?? [])
  })
  return { ranking: fitRanking(situations), confidence: fitLogistic(examples), threshold }
}

export interface Outcome {
  readonly situation: Situation
  readonly best: RankedCandidate | undefined
  readonly confidence: number
  readonly isRight: boolean
}

export function predict(situation: Situation, model: AnswerModel): Outcome {
  const { ranked, confidence } = judgeCandidates(situation.candidates, situation.analysis, model)
  const best = ranked[0]
  if (!best) return { situation, best, confidence: 0, isRight: false }
  return { situation, best, confidence, isRight: isRight(best.candidate, situation.question, situation.analysis.type) }
}

/** Every situation judged by a model that has not seen the question's document. */
export function crossPredict(situations: readonly Situation[]): Outcome[] {
  return foldsOf(situations).flatMap(({ others, own }) => {
    const model = trainAnswerModel(others, 0)
    return own.map((situation) => predict(situation, model))
  })
}

/** The lowest threshold whose answers are wrong at most at the rate `risk`. */
export function thresholdAtRisk(outcomes: readonly Outcome[], risk: number): number {
  const sorted = [...outcomes].sort((a, b) => b.confidence - a.confidence)
  let wrong = 0
  let threshold = 1
  sorted.forEach((outcome, at) => {
    if (!outcome.isRight) wrong++
    if (wrong / (at + 1) <= risk) threshold = outcome.confidence
  })
  return threshold
}

const UNTRAINED: AnswerModel = {
  ranking: { mean: [], scale: [], weights: [], bias: 0 },
  confidence: { mean: [], scale: [], weights: [], bias: 0 },
  threshold: 0,
}

function fitRanking(situations: readonly Situation[]): AnswerModel['ranking'] {
  return fitLogistic(situations.flatMap(rankingExamples))
}

/** Right and wrong candidates of one question weigh the same, and every question weighs the same. */
function rankingExamples({ question, analysis, candidates }: Situation): LogisticExample[] {
  const right = candidates.filter((candidate) => isRight(candidate, question, analysis.type)).length
  const wrong = candidates.length - right
  if (right === 0 || wrong === 0) return []
  return candidates.map((candidate) => {
    const isPositive = isRight(candidate, question, analysis.type)
    const features = rankingFeatures(candidate, analysis, candidates)
    return { features, isPositive, weight: 0.5 / (isPositive ? right : wrong) }
  })
}

function confidenceExample(
  { question, analysis, candidates }: Situation,
  model: AnswerModel,
): LogisticExample | undefined {
  const ranked = rankCandidates(candidates, analysis, model)
  const best = ranked[0]?.candidate
  if (!best) return undefined
  const ranks = ranked.map(({ rank }) => rank)
  return {
    features: confidenceFeatures(best, analysis, ranks, candidates),
    isPositive: isRight(best, question, analysis.type),
  }
}

/** Folds of documents, by the order in which they first appear. */
function foldsOf(situations: readonly Situation[]): { others: Situation[]; own: Situation[] }[] {
  const documents = [...new Set(situations.map(({ question }) => question.about))]
  const foldOf = new Map(documents.map((document, at) => [document, at % FOLDS]))
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isOwn = ({ question }: Situation) => foldOf.get(question.about) === fold
    return { others: situations.filter((situation) => !isOwn(situation)), own: situations.filter(isOwn) }
  })
}
