import type { IntentPrediction } from '@parley/nlu'
import type { Language } from '@parley/text'
import { accuracy, expectedCalibrationError, macroF1, type Outcome } from './classification-metrics'

/** A test row with what was predicted for it; `intent: null` is out of scope. */
export interface JudgedRow {
  readonly intent: string | null
  readonly lang: Language
  readonly prediction: IntentPrediction
}

export interface IntentMetrics {
  readonly n: number
  /** Of rows in scope, whether or not they passed the threshold. */
  readonly accuracy: number
  /** Of rows in scope, over their intents. */
  readonly macroF1: number
  /** Share of rows out of scope that were said to be; null without such rows. */
  readonly oosRecall: number | null
  /** Share of truly out of scope among rows said to be; null when none was said to be, or without such rows. */
  readonly oosPrecision: number | null
  /** Of rows in scope: right and over the threshold. */
  readonly inScopeAccuracyWithOos: number
  /** Of rows in scope. */
  readonly ece: number
}

export function intentMetrics(rows: readonly JudgedRow[]): IntentMetrics {
  const inScope = rows.filter(({ intent }) => intent !== null)
  const outOfScope = rows.filter(({ intent }) => intent === null)
  const outcomes = inScope.map(bestIntent)
  const rejected = rows.filter(({ prediction }) => prediction.name === null)
  const rejectedRightly = outOfScope.filter(({ prediction }) => prediction.name === null).length
  return {
    n: rows.length,
    accuracy: accuracy(outcomes),
    macroF1: macroF1(outcomes),
    oosRecall: outOfScope.length > 0 ? rejectedRightly / outOfScope.length : null,
    oosPrecision: outOfScope.length > 0 && rejected.length > 0 ? rejectedRightly / rejected.length : null,
    inScopeAccuracyWithOos:
      inScope.filter(({ intent, prediction }) => intent === prediction.name).length / Math.max(1, inScope.length),
    ece: expectedCalibrationError(
      inScope.map(({ intent, prediction }) => ({
        confidence: prediction.confidence,
        isRight: intent === prediction.ranking[0]?.name,
      })),
    ),
  }
}

function bestIntent({ intent, prediction }: JudgedRow): Outcome {
  return { truth: intent ?? '', prediction: prediction.ranking[0]?.name ?? '' }
}

/** The mean of several runs, figure by figure; null where any run has none. */
export function meanMetrics(runs: readonly IntentMetrics[]): IntentMetrics {
  const mean = (read: (run: IntentMetrics) => number) => runs.reduce((sum, run) => sum + read(run), 0) / runs.length
  const meanOrNull = (read: (run: IntentMetrics) => number | null) =>
    runs.some((run) => read(run) === null) ? null : mean((run) => read(run) ?? 0)
  return {
    n: runs[0]?.n ?? 0,
    accuracy: mean((run) => run.accuracy),
    macroF1: mean((run) => run.macroF1),
    oosRecall: meanOrNull((run) => run.oosRecall),
    oosPrecision: meanOrNull((run) => run.oosPrecision),
    inScopeAccuracyWithOos: mean((run) => run.inScopeAccuracyWithOos),
    ece: mean((run) => run.ece),
  }
}
