import { type LogisticModel, predictLogistic } from '../logistic'
import type { NameQuality } from './known-names'
import type { RelationType } from './relation'
import type { RelationCandidate } from './relation-candidates'
import model from './relation-model.json' with { type: 'json' }

export interface RelationModel extends LogisticModel {
  /** From here on a relation is taken for one; below it is proposed. */
  readonly threshold: number
}

export const RELATION_MODEL: RelationModel = model

const QUALITY: Readonly<Record<NameQuality, number>> = { known: 1, proper: 0.8, headed: 0.6, plain: 0 }
const NEEDS_AGENT: ReadonlySet<RelationType> = new Set([
  'works_on',
  'owns',
  'responsible_for',
  'knows',
  'decided',
  'supplier_of',
])

/** What the confidence in a candidate is made of. */
export function relationFeatures({
  rule,
  language,
  from,
  to,
  hedges,
  isInherited,
  sentenceLength,
}: RelationCandidate): number[] {
  const flag = (value: boolean) => (value ? 1 : 0)
  return [
    ...[flag(rule.strength === 'clear'), flag(rule.strength === 'loose')],
    ...[QUALITY[from.quality], QUALITY[to.quality], Math.min(QUALITY[from.quality], QUALITY[to.quality])],
    ...[flag(isAgentFit(rule.type, from.kind)), flag(isPlaceFit(rule.type, to.kind, to.quality))],
    ...[
      flag(hedges.isHypothetical),
      flag(hedges.isPast && !hedges.isEnded),
      flag(hedges.isPlanned),
      flag(hedges.isReported),
    ],
    ...[flag(isInherited), flag(language === 'zh'), flag(sentenceLength > 120)],
  ]
}

const isAgentFit = (type: RelationType, kind: string): boolean =>
  type === 'reports_to' ? kind === 'person' : !NEEDS_AGENT.has(type) || kind === 'person' || kind === 'organisation'

const isPlaceFit = (type: RelationType, kind: string, quality: NameQuality): boolean =>
  type === 'reports_to' ? kind === 'person' : type !== 'located_in' || kind === 'place' || quality !== 'plain'

/** Two plain phrases are named nowhere else: whoever wrote them may have meant no thing of the team's at all. */
const OF_PLAIN_PHRASES = 0.7

export function confidenceOf(candidate: RelationCandidate, by: LogisticModel): number {
  const isPlain = candidate.from.quality === 'plain' && candidate.to.quality === 'plain'
  return predictLogistic(by, relationFeatures(candidate)) * (isPlain ? OF_PLAIN_PHRASES : 1)
}

/** A question states nothing, and what is denied does not hold, unless it is said that it has ended. */
export const isStated = ({ hedges }: RelationCandidate): boolean =>
  !hedges.isQuestion && (!hedges.isNegated || hedges.isEnded)
