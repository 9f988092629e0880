import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InferenceSession } from 'onnxruntime-node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtInModelPath, isWithoutModel } from '../testing/built-in-model'
import { attentionWeights } from './attention'
import { attentionParts, ensureAttentionGraph } from './attention-graph'
import { ensureGraph } from './build-graph'
import { type E5Layout, readE5Layout } from './e5s1-file'
import { floatData, padBatch, sessionOptions } from './encoder-session'
import { BUILT_IN_MODEL } from './model-source'
import { type OpenedEncoder, openEncoder } from './open-encoder'
import { createUnigramTokenizer } from './unigram-tokenizer'

const TEXT = '请把发布清单分配给王伟，周五前完成'

test('each row is a softmax of the products of its query with every key', () => {
  // Two tokens, one head of two numbers.
  const [weights] = attentionWeights(Float32Array.from([1, 0, 0, 2]), Float32Array.from([3, 0, 0, 1]), 2, 1)
  const raised = Math.exp(3 / Math.SQRT2)
  expect(weights?.[0]).toBeCloseTo(raised / (raised + 1), 6)
  expect((weights?.[2] ?? 0) + (weights?.[3] ?? 0)).toBeCloseTo(1, 6)
})

describe.skipIf(isWithoutModel)('the attention of the encoder', () => {
  let directory: string
  let layout: E5Layout
  let graphPath: string
  let encoder: OpenedEncoder
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-attention-'))
    const weightsPath = await builtInModelPath()
    layout = await readE5Layout(weightsPath)
    graphPath = await ensureGraph({ weightsPath, sha256: BUILT_IN_MODEL.sha256, directory })
    encoder = await openEncoder({ modelPath: weightsPath, cacheDirectory: directory })
  }, 60_000)
  afterAll(async () => {
    await encoder?.close()
    await rm(directory, { recursive: true, force: true })
  })

  test('is what the graph itself attends with: times the values it gives what the graph gives', async () => {
    const session = await InferenceSession.create(
      await ensureAttentionGraph(graphPath, layout.header),
      sessionOptions(),
    )
    const { ids } = createUnigramTokenizer(layout.vocabulary).tokenise(`query: ${TEXT}`, 64)
    for (const layer of [1, 7, 12]) {
      const parts = attentionParts(layer)
      const outputs = await session.run(padBatch([{ ids, parts: [] }]), Object.values(parts))
      const [values, attended] = [floatData(outputs[parts.values]), floatData(outputs[parts.attended])]
      const { heads } = await encoder.attend(TEXT, { layer })
      const { hiddenSize, headCount } = layout.header
      const deviations = Array.from(attended, (wanted, place) => {
        const [token, column] = [Math.floor(place / hiddenSize), place % hiddenSize]
        const weights = heads[Math.floor(column / (hiddenSize / headCount))] as Float32Array
        const sum = Array.from(ids).reduce(
          (total, _id, other) =>
            total + (weights[token * ids.length + other] ?? 0) * (values[other * hiddenSize + column] ?? 0),
          0,
        )
        return Math.abs(sum - wanted)
      })
      expect(Math.max(...deviations)).toBeLessThan(1e-4)
    }
    await session.release()
  })

  test('names its tokens, those of the frame apart, and reads no more than can be looked at', async () => {
    const { tokens, heads, layerCount, isTruncated } = await encoder.attend(TEXT, { layer: 12 })
    expect(heads).toHaveLength(12)
    expect(layerCount).toBe(12)
    const said = (wanted: boolean) => {
      const pieces = tokens.filter(({ isFrame }) => isFrame === wanted).map(({ piece }) => piece)
      return pieces.join('').replaceAll('▁', '')
    }
    expect(said(false)).toBe(TEXT.replace('，', ','))
    expect(said(true)).toBe('<s>query:</s>')
    expect(isTruncated).toBe(false)
    const long = await encoder.attend('word '.repeat(300), { layer: 1 })
    expect(long).toMatchObject({ isTruncated: true })
    expect(long.tokens).toHaveLength(64)
  })

  test('gives the last layer for one beyond it, and leaves one small file beside the graph', async () => {
    const last = await encoder.attend(TEXT, { layer: 12 })
    expect(await encoder.attend(TEXT, { layer: 48 })).toEqual(last)
    expect(last.heads[0]).not.toEqual((await encoder.attend(TEXT, { layer: 11 })).heads[0])
    const files = await readdir(directory)
    expect(files.filter((file) => file.includes('attention'))).toHaveLength(1)
    expect(files.filter((file) => file.endsWith('.weights'))).toHaveLength(1)
  })
})
