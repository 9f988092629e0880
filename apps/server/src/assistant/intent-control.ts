import type { IntentComparison, IntentExample, IntentFigures } from '@parley/nlu'
import type { EvaluationOrder, MeasuredReport } from '../jobs/evaluate-wire'

/** Which intents messages are read by. */
export interface IntentChoice {
  /** Where a model of the workspace's own lies; null: as shipped. */
  readonly directory: string | null
  /** Confidence under this is "no known intent"; null: as the model has it. */
  readonly threshold: number | null
}

export const SHIPPED: IntentChoice = { directory: null, threshold: null }

export interface IntentLessons {
  /** What the workspace adds to the shipped examples. */
  readonly own: readonly IntentExample[]
  /** Where the live model lies; null: as shipped. */
  readonly live: string | null
  /** Where the model goes that is quickly extended, and the one that is trained for good. */
  readonly extended: string
  readonly trained: string
  readonly signal: AbortSignal
  /** The quick one is there. */
  readonly onExtended: () => Promise<void>
  /** Between 0 and 1. */
  readonly onProgress: (share: number) => void
}

export interface MeasuringTask {
  readonly order: EvaluationOrder
  readonly signal: AbortSignal
  readonly onProgress: (share: number) => void
}

export interface LearntIntents {
  readonly figures: IntentFigures | null
  /** With the live model. */
  readonly comparison: IntentComparison
}

/** The intents of a running server: what they are, how good, and how to learn others. */
export interface IntentControl {
  readonly encoderId: string | null
  /** From the next message on. Rejects when the model cannot be read, and changes nothing then. */
  use(choice: IntentChoice): Promise<void>
  /** Of the model in use, at its own threshold; null while nobody has judged it. */
  describe(): Promise<IntentFigures | null>
  learn(lessons: IntentLessons): Promise<LearntIntents>
  /** Where models are given, their directories. */
  measure(task: MeasuringTask): Promise<MeasuredReport>
}
