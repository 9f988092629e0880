import { mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtInModelPath, isWithoutModel } from '../testing/built-in-model'
import { readE5Layout } from './e5s1-file'
import { ModelCorruptError } from './errors'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-e5s1-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

async function failureOf(bytes: Uint8Array): Promise<unknown> {
  const path = join(directory, 'broken.bin')
  await writeFile(path, bytes)
  return readE5Layout(path).catch((error: unknown) => error)
}

test('a file that is something else is refused by name', async () => {
  const failure = await failureOf(Buffer.alloc(100, 65))
  expect(failure).toBeInstanceOf(ModelCorruptError)
  expect(String(failure)).toMatch(/broken\.bin .*E5S1/)
})

test('a version of the future is refused', async () => {
  const bytes = Buffer.alloc(100)
  bytes.write('E5S1')
  bytes.writeUInt32LE(2, 4)
  expect(String(await failureOf(bytes))).toMatch(/version 2/)
})

test('an empty file is refused', async () => {
  expect(await failureOf(Buffer.alloc(0))).toBeInstanceOf(ModelCorruptError)
})

describe.skipIf(isWithoutModel)('the built-in model', () => {
  test('has the shape that its documentation gives', async () => {
    const { header, vocabulary, tensors } = await readE5Layout(await builtInModelPath())
    expect(header).toMatchObject({ hiddenSize: 384, layerCount: 12, headCount: 12, feedForwardSize: 1536 })
    expect(header.layerNormEpsilon).toBeCloseTo(1e-12, 15)
    expect(vocabulary).toMatchObject({ pieceCount: 250_002, bos: 0, eos: 2, pad: 1, unknown: 3 })
    expect(tensors.size).toBe(5 + 12 * 16)
    expect(tensors.get('l11.fo.w')).toMatchObject({ type: 'q4', elementCount: 384 * 1536 })
  })

  test('cut off in its directory it is refused', async () => {
    const source = await open(await builtInModelPath())
    const head = Buffer.alloc(4_635_000)
    await source.read(head, 0, head.length, 0)
    await source.close()
    const path = join(directory, 'cut.bin')
    await writeFile(path, head)
    await truncate(path, 4_634_000)
    await expect(readE5Layout(path)).rejects.toThrow(/ends at byte 4634000/)
  })
})
