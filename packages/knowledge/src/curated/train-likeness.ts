import type { Language } from '@parley/text'
import { fitLogistic, type LogisticModel } from '../logistic'
import { type LikenessModel, likenessFeatures, questionLikeness } from './question-likeness'
import { type QuestionSketch, sketchQuestion } from './question-sketch'

/** Wordings of one question, beside others of its family that ask for something near. */
export interface QuestionGroup {
  readonly family: string
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

export interface QuestionPair {
  readonly one: QuestionSketch
  readonly other: QuestionSketch
  readonly isSame: boolean
  readonly where: 'zh' | 'en' | 'cross'
  /** Families of both: a model is judged by families that it was not trained on. */
  readonly families: readonly [string, string]
}

/** Of the answers given this share must be right, where every question but the one asked has a twin of other meaning. */
const LEAST_PRECISION = { same: 0.95, akin: 0.75 } as const
/** Pairs from different families are many and easy. */
const FAR_PAIR_WEIGHT = 0.03

/** Every two wordings; those of one question ask for the same. */
export function pairsOf(groups: readonly QuestionGroup[], vectors: ReadonlyMap<string, Uint8Array>): QuestionPair[] {
  const all = groups.flatMap(({ family, zh, en }, group) =>
    [...zh, ...en].map((text) => ({ family, group, sketch: sketchQuestion(text, vectors.get(text) ?? null) })),
  )
  return all.flatMap((one, at) =>
    all.slice(at + 1).map((other) => ({
      one: one.sketch,
      other: other.sketch,
      isSame: one.group === other.group,
      where: one.sketch.language === other.sketch.language ? one.sketch.language : ('cross' as const),
      families: [one.family, other.family] as const,
    })),
  )
}

/** Trains on all, with thresholds from questions of families that the judging model has not seen. */
export function trainLikeness(pairs: readonly QuestionPair[]): { model: LikenessModel; judged: JudgedQuestion[] } {
  const families = [...new Set(pairs.flatMap((pair) => pair.families))].sort()
  const halves = [0, 1].map((half) => new Set(families.filter((_, at) => at % 2 === half)))
  const judged = halves.flatMap((half) => {
    const isOf = ({ families: both }: QuestionPair) => both.every((family) => half.has(family))
    const isApart = ({ families: both }: QuestionPair) => both.every((family) => !half.has(family))
    return judge(pairs.filter(isOf), fit(pairs.filter(isApart)))
  })
  const same = thresholdFor(judged, LEAST_PRECISION.same)
  return {
    model: { model: fit(pairs), same, akin: Math.min(same, thresholdFor(judged, LEAST_PRECISION.akin)) },
    judged,
  }
}

/**
 * What becomes of a question, asked once where its own answer is curated under its other wordings, and once where it is
 * not and those of its family are.
 */
export interface JudgedQuestion {
  readonly text: string
  readonly language: Language
  readonly isAnswerable: boolean
  /** Of the nearest wording. */
  readonly likeness: number
  readonly isRight: boolean
  readonly nearest: string
}

function judge(pairs: readonly QuestionPair[], model: LogisticModel): JudgedQuestion[] {
  const both = { model, same: 1, akin: 1 }
  const models = { hybrid: both, lexical: both }
  const seen = new Map<QuestionSketch, Comparison[]>()
  for (const { one, other, isSame } of pairs) {
    const likeness = questionLikeness(one, other, models)
    for (const [asked, known] of [
      [one, other],
      [other, one],
    ] as const) {
      seen.set(asked, [...(seen.get(asked) ?? []), { nearest: known.text, isSame, likeness }])
    }
  }
  return [...seen].flatMap(([asked, compared]) =>
    [true, false].map((isAnswerable) => settle(asked, compared, isAnswerable)),
  )
}

interface Comparison {
  readonly nearest: string
  readonly isSame: boolean
  readonly likeness: number
}

function settle(
  { text, language }: QuestionSketch,
  compared: readonly Comparison[],
  isAnswerable: boolean,
): JudgedQuestion {
  const known = compared.filter(({ isSame }) => isAnswerable || !isSame)
  const { likeness, nearest, isSame } = known.reduce((a, b) => (b.likeness > a.likeness ? b : a))
  return { text, language, isAnswerable, likeness, nearest, isRight: isAnswerable && isSame }
}

/** Of the answers given from a threshold on, the share that are right; of the questions that have one, the share answered. */
export function ratesAt(judged: readonly JudgedQuestion[], threshold: number) {
  const given = judged.filter(({ likeness }) => likeness >= threshold)
  const right = given.filter(({ isRight }) => isRight).length
  const precision = given.length === 0 ? 1 : right / given.length
  return { precision, recall: right / judged.filter(({ isAnswerable }) => isAnswerable).length, given: given.length }
}

/** The lowest likeness from which on so large a share of the answers is right. */
function thresholdFor(judged: readonly JudgedQuestion[], precision: number): number {
  const likenesses = judged.map(({ likeness }) => likeness).sort((a, b) => a - b)
  return Number((likenesses.find((least) => ratesAt(judged, least).precision >= precision) ?? 1).toFixed(3))
}

function fit(pairs: readonly QuestionPair[]): LogisticModel {
  const examples = pairs.map(({ one, other, isSame, families: [left, right] }) => ({
    features: likenessFeatures(one, other),
    isPositive: isSame,
    weight: left === right ? 1 : FAR_PAIR_WEIGHT,
  }))
  const { mean, scale, weights, bias } = fitLogistic(examples, 0.001)
  const round = (value: number) => Number(value.toPrecision(5))
  return { mean: mean.map(round), scale: scale.map(round), weights: weights.map(round), bias: round(bias) }
}
