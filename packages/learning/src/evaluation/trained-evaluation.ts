import type { Encoder, MatrixProduct } from '@parley/inference'

/** What an evaluation is given that learns from one file and is measured on another. */
export interface TrainedEvaluationOptions {
  readonly train: string
  readonly test: string
  /** Default 1. */
  readonly seed?: number | undefined
  /** Null: lexical features only. */
  readonly encoder: Encoder | null
  readonly product: MatrixProduct
  readonly version: string
  readonly onProgress?: ((line: string) => void) | undefined
}

/** The same where, without a training file, what Parley ships is measured. */
export interface ShippedEvaluationOptions extends Omit<TrainedEvaluationOptions, 'train'> {
  readonly train?: string | undefined
  /** JSON object from the model's labels to those of the test file, null for those that it does not know. */
  readonly map?: string | undefined
}

/** How the figures of such an evaluation came about. */
export interface Provenance {
  readonly seed: number
  /** Encoding of the examples included unless it was cached. */
  readonly trainSeconds: number
  readonly seconds: number
  readonly encoder: string | null
  readonly version: string
}

/** Trains, measures, and says how long both took. */
export async function trainAndMeasure<Heads, Figures>(
  options: Omit<TrainedEvaluationOptions, 'train'>,
  train: () => Promise<Heads>,
  measure: (heads: Heads) => Promise<Figures>,
): Promise<Figures & Provenance> {
  const started = performance.now()
  const heads = await train()
  const trainSeconds = secondsSince(started)
  options.onProgress?.(`trained in ${trainSeconds.toFixed(1)} s, reading the test rows`)
  const figures = await measure(heads)
  const { seed = 1, encoder, version } = options
  return { ...figures, seed, trainSeconds, seconds: secondsSince(started), encoder: encoder?.id ?? null, version }
}

/** Tells what a trainer is doing as a line of progress. */
export const trainerProgress =
  ({ onProgress }: Pick<TrainedEvaluationOptions, 'onProgress'>) =>
  ({ step, view }: { readonly step: string; readonly view?: string }) =>
    onProgress?.(`${step} ${view ?? ''}`)

const secondsSince = (started: number) => (performance.now() - started) / 1000
