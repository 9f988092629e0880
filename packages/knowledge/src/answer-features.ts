import type { AnswerCandidate } from './answer-candidates'
import type { QuestionAnalysis } from './question-analysis'

/**
 * Numbers that speak for or against a candidate, for the ranking model. In a source of another language common words
 * say nothing, so words and meaning are weighed apart for the two cases.
 */
export function rankingFeatures(
  candidate: AnswerCandidate,
  question: QuestionAnalysis,
  all: readonly AnswerCandidate[],
): number[] {
  const { hit, unit, contrast } = candidate
  const isForeign = hit.passage.language !== question.language
  const relative = contrast === null ? 0 : relativeContrast(contrast, all)
  return [
    isForeign ? 0 : candidate.coverage,
    isForeign ? 0 : candidate.headedCoverage,
    isForeign ? 0 : candidate.passageCoverage,
    isForeign ? 0 : (contrast ?? 0),
    isForeign ? (contrast ?? 0) : 0,
    isForeign ? 1 : 0,
    relative,
    isForeign ? relative : 0,
    hit.score,
    hit.contrast ?? 0,
    candidate.typeFit,
    isForeign ? candidate.typeFit : 0,
    candidate.identifierCoverage,
    question.type === 'procedure' && candidate.introducesList ? 1 : 0,
    question.type !== 'procedure' && candidate.introducesList ? 1 : 0,
    question.type === 'procedure' && unit.kind === 'list-item' ? 1 : 0,
    unit.kind === 'table-row' ? 1 : 0,
    Math.min(1, candidate.text.length / 200),
    candidate.text.endsWith('?') || candidate.text.endsWith('？') ? 1 : 0,
  ]
}

/** What tells whether the best candidate really answers: how good it is, how far ahead, and what is missing. */
export function confidenceFeatures(
  best: AnswerCandidate,
  question: QuestionAnalysis,
  ranks: readonly number[],
): number[] {
  const isForeign = best.hit.passage.language !== question.language
  const sorted = [...ranks].sort((a, b) => b - a)
  const top = logit(sorted[0] ?? 0)
  return [
    top,
    top - logit(sorted[1] ?? 0),
    isForeign ? 0 : best.headedCoverage,
    isForeign ? 0 : best.passageCoverage,
    isForeign ? 0 : best.hit.lexical,
    isForeign ? 0 : (best.contrast ?? 0),
    isForeign ? (best.contrast ?? 0) : 0,
    isForeign ? 0 : (best.hit.contrast ?? 0),
    isForeign ? (best.hit.contrast ?? 0) : 0,
    isForeign ? 1 : 0,
    question.language === 'zh' ? 1 : 0,
    best.typeFit,
    best.identifierCoverage,
    Math.min(12, question.terms.length),
  ]
}

function relativeContrast(contrast: number, all: readonly AnswerCandidate[]): number {
  const values = all.flatMap((candidate) => candidate.contrast ?? [])
  const lowest = Math.min(...values)
  return (contrast - lowest) / (Math.max(...values) - lowest || 1)
}

function logit(probability: number): number {
  const bounded = Math.min(0.999, Math.max(0.001, probability))
  return Math.log(bounded / (1 - bounded))
}
