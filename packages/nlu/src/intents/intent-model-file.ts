import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type IntentModel, IntentModelError } from './intent-model'

const FORMAT = 1
const MANIFEST = 'manifest.json'
const WEIGHTS = 'weights.bin'

/** `manifest.json`: the model with each array of numbers replaced by its place in `weights.bin` (32-bit floats, little-endian). */
interface Manifest {
  readonly format: number
  readonly task: 'intents'
  /** Of the weights' bytes followed by the model's JSON. */
  readonly sha256: string
  readonly model: unknown
}

interface TensorPlace {
  readonly tensorOffset: number
  readonly length: number
}

/** Writes the model as a directory, whole or not at all: under another name first, then renamed. */
export async function saveIntentModel(model: IntentModel, directory: string): Promise<void> {
  const scratch = `${directory}.${randomUUID()}`
  await mkdir(scratch, { recursive: true })
  try {
    const { weights, json } = pack(model)
    const manifest = { format: FORMAT, task: 'intents', sha256: checksum(weights, json), model: JSON.parse(json) }
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
 * @throws IntentModelError when it is absent, damaged, or of another format.
 */
export async function loadIntentModel(directory: string): Promise<IntentModel> {
  const { json, weights } = await readVerified(directory)
  return unpack(json, weights)
}

/** Whether {@link loadIntentModel} would give a model; keeps nothing of it in memory. */
export async function isIntentModelKept(directory: string): Promise<boolean> {
  try {
    await readVerified(directory)
    return true
  } catch (error) {
    if (error instanceof IntentModelError) return false
    throw error
  }
}

async function readVerified(directory: string): Promise<{ json: string; weights: Buffer }> {
  const manifest = parseManifest(await readPart(directory, MANIFEST), directory)
  const weights = await readPart(directory, WEIGHTS)
  const json = JSON.stringify(manifest.model)
  if (checksum(weights, json) !== manifest.sha256) throw new IntentModelError(`${directory}: the checksum is wrong`)
  return { json, weights }
}

function pack(model: IntentModel): { weights: Buffer; json: string } {
  const tensors: Float32Array[] = []
  let length = 0
  const json = JSON.stringify(model, (_key, value: unknown) => {
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

function unpack(json: string, weights: Buffer): IntentModel {
  const read = ({ tensorOffset, length }: TensorPlace): Float32Array => {
    const start = weights.byteOffset + tensorOffset * Float32Array.BYTES_PER_ELEMENT
    return new Float32Array(weights.buffer.slice(start, start + length * Float32Array.BYTES_PER_ELEMENT))
  }
  return JSON.parse(json, (_key, value: unknown) => (isTensorPlace(value) ? read(value) : value))
}

function isTensorPlace(value: unknown): value is TensorPlace {
  return typeof value === 'object' && value !== null && 'tensorOffset' in value && 'length' in value
}

function parseManifest(bytes: Buffer, directory: string): Manifest {
  try {
    const manifest: Manifest = JSON.parse(bytes.toString('utf8'))
    if (manifest.format === FORMAT && manifest.task === 'intents') return manifest
  } catch (error) {
    throw new IntentModelError(`${directory}: ${MANIFEST} is not JSON`, { cause: error })
  }
  throw new IntentModelError(`${directory}: not an intent model of format ${FORMAT}`)
}

async function readPart(directory: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(directory, name))
  } catch (error) {
    throw new IntentModelError(`${directory}: ${name} cannot be read`, { cause: error })
  }
}

function checksum(weights: Uint8Array, json: string): string {
  return createHash('sha256').update(weights).update(json).digest('hex')
}
