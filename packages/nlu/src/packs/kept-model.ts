import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Encoder, MatrixProduct } from '@parley/inference'
import { isModelKept, loadModel, ModelFileError, type ModelTask, saveModel } from './model-file'

/** A model that is made on the spot, of material that Parley ships. */
export interface Trainable<Model extends object> {
  readonly name: string
  readonly task: ModelTask
  /** What it is made of and the version of what makes it: where these differ, the model does. */
  readonly material: readonly unknown[]
  train(options: TrainHereOptions): Promise<Model>
}

export interface TrainHereOptions {
  /** Null: by words alone. */
  readonly encoder: Encoder | null
  readonly product: MatrixProduct
  readonly seed?: number | undefined
}

export interface KeptModelOptions {
  /** Where trained models are kept: one directory a name, material, encoder and seed. */
  readonly directory: string
  readonly encoder: { readonly id: string } | null
  readonly seed?: number | undefined
}

/** The model as trained before, else trained now and kept. A damaged one is trained anew. */
export async function openTrained<Model extends object>(
  trainable: Trainable<Model>,
  options: TrainHereOptions & { readonly directory: string },
): Promise<Model> {
  const kept = await openKept(trainable, options)
  if (kept !== null) return kept
  const model = await trainable.train(options)
  await saveModel(trainable.task, model, pathOf(trainable, options))
  return model
}

/** The model if it was trained for this encoder before, whole. */
export async function openKept<Model extends object>(
  trainable: Trainable<Model>,
  options: KeptModelOptions,
): Promise<Model | null> {
  try {
    return await loadModel<Model>(trainable.task, pathOf(trainable, options))
  } catch (error) {
    if (error instanceof ModelFileError) return null
    throw error
  }
}

/** Whether {@link openKept} would give a model. */
export function isKept(trainable: Trainable<object>, options: KeptModelOptions): Promise<boolean> {
  return isModelKept(trainable.task, pathOf(trainable, options))
}

function pathOf({ name, material }: Trainable<object>, { directory, encoder, seed = 1 }: KeptModelOptions): string {
  const made = JSON.stringify([...material, encoder?.id ?? null, seed])
  return join(directory, `${name}-${createHash('sha256').update(made).digest('hex').slice(0, 16)}`)
}
