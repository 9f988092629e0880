import type { Language } from '@parley/text'
import { accuracy, type Confidence, expectedCalibrationError, macroF1 } from '../evaluation/classification-metrics'
import { type LabelFigures, metricsByLabel } from '../evaluation/label-metrics'
import { comparePredictions, type PairedComparison } from './compare-predictions'

/** A message that somebody labelled, and what a model says of it, who had not learnt from it. */
export interface JudgedMessage {
  readonly id: string
  readonly lang: Language
  /** Null: none of the labels. */
  readonly truth: string | null
  readonly prediction: string | null
  /** In the likeliest label, whether or not it was given. */
  readonly confidence: number
  readonly best: string | null
  /** What another model says of it; absent where none was asked, or it had learnt from the message. */
  readonly other?: string | null
}

export interface TeamFigures {
  readonly n: number
  readonly accuracy: number
  readonly macroF1: number
}

export interface TeamReport extends TeamFigures {
  /** Of rows that have one of the labels. */
  readonly ece: number
  readonly languages: Readonly<Record<string, TeamFigures>>
  readonly labels: readonly (LabelFigures & { readonly name: string })[]
  /** How often one was taken for another; rows that are right stand there too. */
  readonly confusion: readonly { readonly truth: string; readonly prediction: string; readonly count: number }[]
  /** Of the same rows, by confidence, in parts of equal size. */
  readonly reliability: readonly { readonly confidence: number; readonly accuracy: number; readonly n: number }[]
  /** The surest first. */
  readonly errors: readonly Pick<JudgedMessage, 'id' | 'truth' | 'prediction' | 'confidence'>[]
  readonly comparison: (PairedComparison & { readonly accuracy: number; readonly otherAccuracy: number }) | null
}

/** Stands for "none of the labels". */
export const NONE = ''

const BINS = 10
const MOST_ERRORS = 50

/** All figures of one evaluation: the same measures as `parley eval`, on a team's own messages. */
export function teamReport(rows: readonly JudgedMessage[]): TeamReport {
  const confidences = confidencesOf(rows)
  return {
    ...figuresOf(rows),
    ece: expectedCalibrationError(confidences),
    languages: Object.fromEntries(
      (['en', 'zh'] as const)
        .map((lang) => [lang, rows.filter((row) => row.lang === lang)] as const)
        .filter(([, own]) => own.length > 0)
        .map(([lang, own]) => [lang, figuresOf(own)]),
    ),
    labels: labelsOf(rows),
    confusion: confusionOf(rows),
    reliability: reliabilityOf(confidences),
    errors: rows
      .filter((row) => row.truth !== row.prediction)
      .toSorted((left, right) => right.confidence - left.confidence)
      .slice(0, MOST_ERRORS)
      .map(({ id, truth, prediction, confidence }) => ({ id, truth, prediction, confidence })),
    comparison: comparisonOf(rows),
  }
}

/**
 * Of rows that have one of the labels, as `parley eval` counts them: confidence is in the likeliest label, whether or not
 * it was given, and of a message of none of them there is no likeliest label to be right about.
 */
const confidencesOf = (rows: readonly JudgedMessage[]): Confidence[] =>
  rows
    .filter(({ truth }) => truth !== null)
    .map(({ confidence, best, truth }) => ({ confidence, isRight: best === truth }))

const named = ({ truth, prediction }: JudgedMessage) => ({ truth: truth ?? NONE, prediction: prediction ?? NONE })

function figuresOf(rows: readonly JudgedMessage[]): TeamFigures {
  const outcomes = rows.map(named)
  return { n: rows.length, accuracy: accuracy(outcomes), macroF1: macroF1(outcomes) }
}

function labelsOf(rows: readonly JudgedMessage[]): TeamReport['labels'] {
  const judged = rows.map(named).map(({ truth, prediction }) => ({
    truth: [truth],
    prediction: [prediction],
    confidences: [],
  }))
  return Object.entries(metricsByLabel(judged))
    .map(([name, figures]) => ({ name, ...figures }))
    .toSorted((left, right) => right.n - left.n)
}

function confusionOf(rows: readonly JudgedMessage[]): TeamReport['confusion'] {
  const counts = new Map<string, { readonly truth: string; readonly prediction: string; count: number }>()
  for (const { truth, prediction } of rows.map(named)) {
    const key = JSON.stringify([truth, prediction])
    const cell = counts.get(key) ?? { truth, prediction, count: 0 }
    cell.count += 1
    counts.set(key, cell)
  }
  return [...counts.values()]
}

function reliabilityOf(rows: readonly Confidence[]): TeamReport['reliability'] {
  const sorted = rows.toSorted((left, right) => left.confidence - right.confidence)
  const edge = (bin: number) => Math.floor((bin * sorted.length) / BINS)
  return Array.from({ length: BINS }, (_unused, bin) => sorted.slice(edge(bin), edge(bin + 1)))
    .filter((part) => part.length > 0)
    .map((part) => ({
      n: part.length,
      confidence: part.reduce((sum, { confidence }) => sum + confidence, 0) / part.length,
      accuracy: part.filter(({ isRight }) => isRight).length / part.length,
    }))
}

function comparisonOf(rows: readonly JudgedMessage[]): TeamReport['comparison'] {
  const pairs = rows.flatMap(({ truth, prediction, other }) =>
    other === undefined ? [] : [{ wasRight: other === truth, isRight: prediction === truth }],
  )
  if (pairs.length === 0) return null
  const share = (test: (pair: { readonly wasRight: boolean; readonly isRight: boolean }) => boolean) =>
    pairs.filter(test).length / pairs.length
  return {
    ...comparePredictions(pairs),
    accuracy: share(({ isRight }) => isRight),
    otherAccuracy: share(({ wasRight }) => wasRight),
  }
}
