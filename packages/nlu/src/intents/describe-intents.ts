import type { IntentModel } from './intent-model'

/** What comes of a threshold, as shares of all messages judged: those in scope and those out of it. */
export interface OperatingPoint {
  readonly threshold: number
  /** Given an intent. */
  readonly answered: number
  /** Given a wrong one, or one although they have none. */
  readonly wrong: number
}

/** How good a model is, by judgements of models that had not learnt from the examples judged. */
export interface IntentFigures {
  readonly threshold: number
  /** Examples judged, in scope and out of it. */
  readonly rows: number
  /** Of those in scope, whether or not they pass the threshold. */
  readonly accuracy: number
  readonly curve: readonly OperatingPoint[]
  readonly intents: readonly IntentFigure[]
}

export interface IntentFigure {
  readonly name: string
  readonly examples: number
  /** Of these examples so many were judged, and so many of them taken for this intent. */
  readonly judged: number
  readonly right: number
}

const STEPS = 50

/** Null for a model that nobody has judged. */
export function describeIntents(model: IntentModel): IntentFigures | null {
  const { judged, threshold } = model.pool
  if (!judged || judged.rows.length === 0) return null
  const right = judged.rows.map((row, index) => judged.best[index] === model.examples.labels[row])
  const inside = judged.confidences.map((confidence, index) => ({ confidence, isRight: right[index] as boolean }))
  const all = [...inside, ...judged.outside.map((confidence) => ({ confidence, isRight: false }))]
  return {
    threshold,
    rows: all.length,
    accuracy: inside.filter(({ isRight }) => isRight).length / inside.length,
    curve: Array.from({ length: STEPS + 1 }, (_unused, step) => pointAt(step / STEPS, all)),
    intents: model.intents.map((name, intent) => figureOf(name, intent, model, right)),
  }
}

function pointAt(
  threshold: number,
  all: readonly { readonly confidence: number; readonly isRight: boolean }[],
): OperatingPoint {
  const answered = all.filter(({ confidence }) => confidence >= threshold)
  const wrong = answered.filter(({ isRight }) => !isRight).length
  return { threshold, answered: answered.length / all.length, wrong: wrong / all.length }
}

function figureOf(name: string, intent: number, model: IntentModel, right: readonly boolean[]): IntentFigure {
  const { labels } = model.examples
  const own = (model.pool.judged?.rows ?? []).flatMap((row, index) => (labels[row] === intent ? [right[index]] : []))
  return {
    name,
    examples: labels.filter((label) => label === intent).length,
    judged: own.length,
    right: own.filter((isRight) => isRight).length,
  }
}
