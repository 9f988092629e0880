import type { AnchorMatch } from './anchors'
import type { AnswerCandidate } from './answer-candidates'
import type { QuestionAnalysis } from './question-analysis'

/**
 * Numbers that speak for or against a candidate, for the ranking model. In a source of another language common words
 * say nothing and the glossary speaks instead, so words and meaning are weighed apart for the two cases.
 */
export function rankingFeatures(
  candidate: AnswerCandidate,
  question: QuestionAnalysis,
  all: readonly AnswerCandidate[],
): number[] {
  const { hit, unit } = candidate
  const isForeign = hit.passage.language !== question.language
  const own = (value: number | null) => (isForeign ? 0 : (value ?? 0))
  const foreign = (value: number | null) => (isForeign ? (value ?? 0) : 0)
  const relative = relativeAffinity(candidate, all)
  return [
    own(candidate.coverage),
    own(candidate.headedCoverage),
    own(candidate.passageCoverage),
    foreign(candidate.bridgedCoverage),
    foreign(candidate.bridgedPassageCoverage),
    own(candidate.bridgedCoverage),
    own(candidate.missingCoverage),
    ...anchorFeatures(candidate.unitAnchors),
    own(candidate.affinity),
    foreign(candidate.affinity),
    foreign(1),
    relative,
    foreign(relative),
    hit.score,
    hit.affinity ?? 0,
    candidate.typeFit,
    foreign(candidate.typeFit),
    candidate.identifierCoverage,
    question.type === 'procedure' && candidate.introducesList ? 1 : 0,
    question.type !== 'procedure' && candidate.introducesList ? 1 : 0,
    question.type === 'procedure' && unit.kind === 'list-item' ? 1 : 0,
    unit.kind === 'table-row' ? 1 : 0,
    candidate.introduces ? 1 : 0,
    Math.min(1, candidate.text.length / 200),
    candidate.text.endsWith('?') || candidate.text.endsWith('？') ? 1 : 0,
  ]
}

/** What tells whether the best candidate really answers: how good it is, how far ahead, and what is missing. */
export function confidenceFeatures(
  best: AnswerCandidate,
  question: QuestionAnalysis,
  ranks: readonly number[],
  all: readonly AnswerCandidate[],
): number[] {
  const isForeign = best.hit.passage.language !== question.language
  const own = (value: number | null) => (isForeign ? 0 : (value ?? 0))
  const foreign = (value: number | null) => (isForeign ? (value ?? 0) : 0)
  const sorted = [...ranks].sort((a, b) => b - a)
  const top = logit(sorted[0] ?? 0)
  return [
    top,
    top - logit(sorted[1] ?? 0),
    own(best.coverage),
    own(best.headedCoverage),
    own(best.passageCoverage),
    own(best.missingCoverage),
    own(best.unknownCoverage),
    own(best.bridgedCoverage),
    own(question.synonyms.length / (question.synonyms.length + 1) - best.bridgedCoverage),
    own(best.lead.words),
    own(Math.min(FULL_LEAD, best.lead.meaning)),
    foreign(Math.min(FULL_LEAD, best.lead.meaning)),
    ...anchorFeatures(best.anchors),
    ...TYPES.map((type) => (question.type === type ? 1 : 0)),
    own(best.hit.lexical),
    foreign(best.hit.lexical),
    foreign(best.bridgedCoverage),
    foreign(best.bridgedPassageCoverage),
    foreign(question.concepts.length / (question.concepts.length + 1) - best.bridgedCoverage),
    foreign(question.concepts.length + best.anchors.found === 0 ? 1 : 0),
    own(best.affinity),
    foreign(best.affinity),
    own((best.affinity ?? 0) * (1 - best.headedCoverage)),
    foreign((best.affinity ?? 0) * (1 - best.bridgedCoverage)),
    own(best.hit.affinity),
    foreign(best.hit.affinity),
    lead(best, all),
    foreign(1),
    question.language === 'zh' ? 1 : 0,
    best.typeFit,
    foreign(best.typeFit),
    best.identifierCoverage,
    best.introduces ? 1 : 0,
    question.thing !== null && !best.introduces ? 1 : 0,
    Math.min(12, question.terms.length),
    Math.log(1 + all.length),
  ]
}

/** In a collection of a few documents something is always far ahead: more than this proves no more. */
const FULL_LEAD = 0.06

/** Types of which it can seldom be seen whether a text answers, so that other evidence must weigh more. */
const TYPES = ['yes-no', 'procedure', 'other'] as const

/** Found ones are smoothed, for few prove little; one that is missing tells as much as several. */
function anchorFeatures({ found, missing }: AnchorMatch): number[] {
  return [found / (found + missing + 1), missing > 0 ? 1 : 0]
}

/** Where its affinity lies between the lowest and the highest of all candidates. */
function relativeAffinity({ affinity }: AnswerCandidate, all: readonly AnswerCandidate[]): number {
  if (affinity === null) return 0
  const values = all.flatMap((other) => other.affinity ?? [])
  const lowest = Math.min(...values)
  return (affinity - lowest) / (Math.max(...values) - lowest || 1)
}

/** How far its affinity is above the usual one here, in standard deviations; 0 where there is nothing to compare. */
function lead({ affinity }: AnswerCandidate, all: readonly AnswerCandidate[]): number {
  const values = all.flatMap((other) => other.affinity ?? [])
  if (affinity === null || values.length < 3) return 0
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  return (affinity - mean) / (spread || 1)
}

function logit(probability: number): number {
  const bounded = Math.min(0.999, Math.max(0.001, probability))
  return Math.log(bounded / (1 - bounded))
}
