import { type LogisticModel, predictLogistic } from '../logistic'
import type { TalkCandidate } from './rank-sentences'
import trained from './talk-model.json'

export interface TalkModel {
  readonly ranking: LogisticModel
  readonly confidence: LogisticModel
  /** Below this confidence the answer is "not known". */
  readonly threshold: number
  /** The same of people who may know. */
  readonly expertThreshold: number
}

/** With an encoder, and by words alone. */
export const TALK_MODELS: Readonly<Record<'hybrid' | 'lexical', TalkModel>> = trained

export interface RankedSentence {
  readonly candidate: TalkCandidate
  /** 0 to 1. */
  readonly rank: number
}

/** Likeliest first. */
export function rankSentences(candidates: readonly TalkCandidate[], { ranking }: TalkModel): RankedSentence[] {
  return candidates
    .map((candidate) => ({ candidate, rank: predictLogistic(ranking, rankingFeatures(candidate)) }))
    .sort((one, other) => other.rank - one.rank || other.candidate.message.at - one.candidate.message.at)
}

/** Probability that the first sentence answers. */
export function confidenceIn(ranked: readonly RankedSentence[], { confidence }: TalkModel): number {
  return ranked.length === 0 ? 0 : predictLogistic(confidence, confidenceFeatures(ranked))
}

export function rankingFeatures(candidate: TalkCandidate): number[] {
  const { coverage, heldAround, affinity, actFit, typeFit, isReply, speakerFit } = candidate
  return [coverage, heldAround, affinity ?? 0, actFit, typeFit, isReply, speakerFit]
}

export function confidenceFeatures(ranked: readonly RankedSentence[]): number[] {
  const { candidate, rank } = ranked[0]!
  const { coverage, heldAround, affinity, actFit, typeFit } = candidate
  return [rank, coverage, heldAround, affinity ?? 0, actFit, typeFit]
}
