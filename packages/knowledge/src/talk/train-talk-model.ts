import { fitLogistic, type LogisticExample, type LogisticModel } from '../logistic'
import type { TalkCandidate } from './rank-sentences'
import { confidenceFeatures, confidenceIn, rankingFeatures, rankSentences, type TalkModel } from './talk-model'

/** A question with the sentences that were found for it, and the messages that answer; none: nothing does. */
export interface TalkSituation {
  readonly answers: readonly string[]
  readonly candidates: readonly TalkCandidate[]
}

/** Of the answers given, at most this share may be wrong on the questions it is trained with, each judged by the others. */
const ACCEPTED_RISK = 0.1
const PENALTY = { ranking: 0.02, confidence: 0.03 } as const

type Fitted = Pick<TalkModel, 'ranking' | 'confidence'>

/** Fits ranking and confidence, and chooses the threshold by questions that the judging model has not seen. */
export function trainTalkModel(situations: readonly TalkSituation[]): Omit<TalkModel, 'expertThreshold'> {
  const unseen = situations.map((situation) => judge(situation, fit(situations.filter((other) => other !== situation))))
  return { ...fit(situations), threshold: thresholdAtRisk(unseen, ACCEPTED_RISK) }
}

function fit(situations: readonly TalkSituation[]): Fitted {
  const ranking = rounded(fitLogistic(situations.flatMap(rankingExamples), PENALTY.ranking))
  const model = asModel({ ranking, confidence: ranking })
  const examples = situations.flatMap((situation): LogisticExample[] => {
    const ranked = rankSentences(situation.candidates, model)
    const isPositive = situation.answers.includes(ranked[0]?.candidate.message.id ?? '')
    return ranked.length === 0 ? [] : [{ features: confidenceFeatures(ranked), isPositive }]
  })
  return { ranking, confidence: rounded(fitLogistic(examples, PENALTY.confidence)) }
}

/** Every answerable question weighs the same, its answers as much as all the rest. */
function rankingExamples({ answers, candidates }: TalkSituation): LogisticExample[] {
  const right = candidates.filter(({ message }) => answers.includes(message.id)).length
  if (right === 0) return []
  return candidates.map((candidate) => {
    const isPositive = answers.includes(candidate.message.id)
    return {
      features: rankingFeatures(candidate),
      isPositive,
      weight: 1 / (isPositive ? right : candidates.length - right || 1),
    }
  })
}

interface Judged {
  readonly confidence: number
  readonly isRight: boolean
}

function judge({ answers, candidates }: TalkSituation, fitted: Fitted): Judged {
  const model = asModel(fitted)
  const ranked = rankSentences(candidates, model)
  return {
    confidence: confidenceIn(ranked, model),
    isRight: answers.includes(ranked[0]?.candidate.message.id ?? ''),
  }
}

/** The lowest confidence above which no more than this share is wrong, were one more of them wrong: they are few. */
function thresholdAtRisk(judged: readonly Judged[], risk: number): number {
  const ordered = judged.toSorted((one, other) => other.confidence - one.confidence)
  let wrong = 0
  let threshold = 1
  for (const [at, { confidence, isRight }] of ordered.entries()) {
    wrong += isRight ? 0 : 1
    if ((wrong + 1) / (at + 1) <= risk) threshold = confidence
  }
  return Number(threshold.toFixed(3))
}

const asModel = (fitted: Fitted): TalkModel => ({ ...fitted, threshold: 0, expertThreshold: 0 })

function rounded({ mean, scale, weights, bias }: LogisticModel): LogisticModel {
  const round = (value: number) => Number(value.toPrecision(5))
  return { mean: mean.map(round), scale: scale.map(round), weights: weights.map(round), bias: round(bias) }
}
