import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The file is absent, damaged, or of another kind. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError'
}

const FORMAT = 1
const MANIFEST = 'manifest.json'
const WEIGHTS = 'weights.bin'

/** What a trained model is for; a model is never read as one of another task. */
export type ModelTask = 'intents' | 'tones' | 'names'

/** `manifest.json`: the model with each array of numbers replaced by its place in `weights.bin` (32-bit floats, little-endian). */
interface Manifest {
  readonly format: number
  readonly task: ModelTask
  /** Of the weights' bytes followed by the model's JSON. */
  readonly sha256: string
  readonly model: unknown
}

interface TensorPlace {
  readonly tensorOffset: number
  readonly length: number
}

/** Writes the model as a directory, whole or not at all: under another name first, then renamed. */
export async function saveModel(task: ModelTask, model: object, directory: string): Promise<void> {
  const scratch = `${directory}.${randomUUID()}`
  await mkdir(scratch, { recursive: true })
  try {
    const { weights, json } = pack(model)
    const manifest = { format: FORMAT, task, sha256: checksum(weights, json), model: JSON.parse(json) }
    await writeFile(join(scratch, WEIGHTS), weights)
    await writeFile(join(scratch, MANIFEST), JSON.stringify(manifest))
    await mkdir(dirname(directory), { recursive: true })
    await rm(directory, { recursive: true, force: true })
    await rename(scratch, directory)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/**
 * Reads and verifies a model.
 *
 * @throws ModelFileError when it is absent, damaged, or of another format or task.
 */
export async function loadModel<Model extends object>(task: ModelTask, directory: string): Promise<Model> {
  const { json, weights } = await readVerified(task, directory)
  return unpack(json, weights) as Model
}

/** Whether {@link loadModel} would give a model; keeps nothing of it in memory. */
export async function isModelKept(task: ModelTask, directory: string): Promise<boolean> {
  try {
    await readVerified(task, directory)
    return true
  } catch (error) {
    if (error instanceof ModelFileError) return false
    throw error
  }
}

async function readVerified(task: ModelTask, directory: string): Promise<{ json: string; weights: Buffer }> {
  const manifest = parseManifest(task, await readPart(directory, MANIFEST), directory)
  const weights = await readPart(directory, WEIGHTS)
  const json = JSON.stringify(manifest.model)
  if (checksum(weights, json) !== manifest.sha256) throw new ModelFileError(`${directory}: the checksum is wrong`)
  return { json, weights }
}

function pack(model: object): { weights: Buffer; json: string } {
  const tensors: Float32Array[] = []
  let length = 0
  const json = JSON.stringify(model, (_key, value: unknown) => {
    if (value instanceof Map) return { mapEntries: [...value] }
    if (!(value instanceof Float32Array)) return value
    const place: TensorPlace = { tensorOffset: length, length: value.length }
    tensors.push(value)
    length += value.length
    return place
  })
  const weights = Buffer.concat(
    tensors.map((tensor) => Buffer.from(tensor.buffer, tensor.byteOffset, tensor.byteLength)),
  )
  return { weights, json }
}

function unpack(json: string, weights: Buffer): object {
  const read = ({ tensorOffset, length }: TensorPlace): Float32Array => {
    const start = weights.byteOffset + tensorOffset * Float32Array.BYTES_PER_ELEMENT
    return new Float32Array(weights.buffer.slice(start, start + length * Float32Array.BYTES_PER_ELEMENT))
  }
  return JSON.parse(json, (_key, value: unknown) => {
    if (isMapEntries(value)) return new Map(value.mapEntries)
    return isTensorPlace(value) ? read(value) : value
  })
}

function isTensorPlace(value: unknown): value is TensorPlace {
  return typeof value === 'object' && value !== null && 'tensorOffset' in value && 'length' in value
}

function isMapEntries(value: unknown): value is { readonly mapEntries: readonly (readonly [unknown, unknown])[] } {
  return typeof value === 'object' && value !== null && 'mapEntries' in value
}

function parseManifest(task: ModelTask, bytes: Buffer, directory: string): Manifest {
  try {
    const manifest: Manifest = JSON.parse(bytes.toString('utf8'))
    if (manifest.format === FORMAT && manifest.task === task) return manifest
  } catch (error) {
    throw new ModelFileError(`${directory}: ${MANIFEST} is not JSON`, { cause: error })
  }
  throw new ModelFileError(`${directory}: not a model of ${task}, format ${FORMAT}`)
}

async function readPart(directory: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(directory, name))
  } catch (error) {
    throw new ModelFileError(`${directory}: ${name} cannot be read`, { cause: error })
  }
}

function checksum(weights: Uint8Array, json: string): string {
  return createHash('sha256').update(weights).update(json).digest('hex')
}
