import type { AnswerCandidate } from './answer-candidates'
import { confidenceFeatures, rankingFeatures } from './answer-features'
import type { AnswerModel } from './answer-model'
import { predictLogistic } from './logistic'
import { preferTopicTable } from './prefer-topic-table'
import type { QuestionAnalysis } from './question-analysis'

export interface RankedCandidate {
  readonly candidate: AnswerCandidate
  /** Probability that it holds the answer, given that one of the candidates does. */
  readonly rank: number
}

/** A source in the asker's language goes first when it is at least this likely, measured against the best. */
const SAME_LANGUAGE_SHARE = 0.85

/** Best first. Between equals a source in the language of the question goes first. */
export function rankCandidates(
  candidates: readonly AnswerCandidate[],
  question: QuestionAnalysis,
  model: AnswerModel,
): readonly RankedCandidate[] {
  const likeliest = candidates
    .map((candidate) => {
      const features = rankingFeatures(candidate, question, candidates)
      return { candidate, rank: predictLogistic(model.ranking, features) }
    })
    .sort((a, b) => b.rank - a.rank)
  const ranked = preferTopicTable(likeliest, question)
  const isOwn = ({ candidate }: RankedCandidate) => candidate.hit.passage.language === question.language
  const own = ranked.find(isOwn)
  if (!own || own === ranked[0] || own.rank < ranked[0]!.rank * SAME_LANGUAGE_SHARE) return ranked
  return [own, ...ranked.filter((other) => other !== own)]
}

export interface Judgement {
  /** Best first. */
  readonly ranked: readonly RankedCandidate[]
  /** Calibrated probability that the first of them answers the question. */
  readonly confidence: number
}

/**
 * What would be answered, and how surely. A source in the asker's language goes first, unless it falls short of an
 * answer that another source gives.
 */
export function judgeCandidates(
  candidates: readonly AnswerCandidate[],
  question: QuestionAnalysis,
  model: AnswerModel,
): Judgement {
  const judged = (ranked: readonly RankedCandidate[]) => ({
    ranked,
    confidence: confidenceOf(ranked, question, model),
  })
  const preferred = judged(rankCandidates(candidates, question, model))
  if (preferred.confidence >= model.threshold) return preferred
  const likeliest = judged(preferred.ranked.toSorted((a, b) => b.rank - a.rank))
  return likeliest.confidence >= model.threshold ? likeliest : preferred
}

/** Calibrated probability that the first candidate answers the question; 0 when there is none. */
export function confidenceOf(
  ranked: readonly RankedCandidate[],
  question: QuestionAnalysis,
  model: AnswerModel,
): number {
  const best = ranked[0]?.candidate
  if (!best) return 0
  const ranks = ranked.map(({ rank }) => rank)
  return predictLogistic(
    model.confidence,
    confidenceFeatures(
      best,
      question,
      ranks,
      ranked.map(({ candidate }) => candidate),
    ),
  )
}
