import { fitLogistic, type LogisticExample, type LogisticModel } from '../logistic'
import type { RelationCandidate } from './relation-candidates'
import { confidenceOf, isStated, type RelationModel, relationFeatures } from './relation-model'

/** A candidate, and whether a person reads the sentence so. */
export interface JudgedCandidate {
  readonly candidate: RelationCandidate
  readonly isRight: boolean
}

/** Of the relations taken for such, at most this share may be wrong on the sentences that the model has not seen. */
const ACCEPTED_RISK = 0.03
/** The sentences are few: whatever they allow, less than this is no certainty. */
const LEAST_THRESHOLD = 0.6
const PENALTY = 0.02
const FOLDS = 8

/** Fits the confidence, and chooses the threshold by sentences that the judging model has not seen. */
export function trainRelationModel(judged: readonly JudgedCandidate[]): RelationModel {
  const stated = judged.filter(({ candidate }) => isStated(candidate))
  const unseen = stated.map((one, at) => ({
    isRight: one.isRight,
    confidence: confidenceOf(one.candidate, fit(stated.filter((_, other) => other % FOLDS !== at % FOLDS))),
  }))
  return { ...fit(stated), threshold: thresholdAtRisk(unseen) }
}

const fit = (judged: readonly JudgedCandidate[]): LogisticModel =>
  rounded(
    fitLogistic(
      judged.map(
        ({ candidate, isRight }): LogisticExample => ({ features: relationFeatures(candidate), isPositive: isRight }),
      ),
      PENALTY,
    ),
  )

function thresholdAtRisk(judged: readonly { readonly confidence: number; readonly isRight: boolean }[]): number {
  const ordered = judged.toSorted((one, other) => other.confidence - one.confidence)
  let wrong = 0
  let threshold = 1
  for (const [at, { confidence, isRight }] of ordered.entries()) {
    wrong += isRight ? 0 : 1
    if (wrong / (at + 1) <= ACCEPTED_RISK) threshold = confidence
  }
  return Number(Math.max(LEAST_THRESHOLD, threshold).toFixed(3))
}

function rounded({ mean, scale, weights, bias }: LogisticModel): LogisticModel {
  const round = (value: number) => Number(value.toPrecision(5))
  return { mean: mean.map(round), scale: scale.map(round), weights: weights.map(round), bias: round(bias) }
}
