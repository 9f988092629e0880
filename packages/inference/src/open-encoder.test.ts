import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtInModelPath, cosine, isWithoutModel } from '../testing/built-in-model'
import { ensureGraph } from './build-graph'
import type { Encoder, Encoding } from './encoder'
import { BUILT_IN_MODEL } from './model-source'
import { openEncoder } from './open-encoder'

const RELEASE = '请把发布清单分配给王伟，周五前完成'
const VACATION = 'How many vacation days can I carry over?'

describe.skipIf(isWithoutModel)('the encoder in this process', () => {
  let encoder: Encoder
  beforeAll(async () => {
    encoder = await openEncoder({ modelPath: await builtInModelPath() })
  })
  afterAll(() => encoder.close())

  const encodeOne = async (text: string): Promise<Encoding> => (await encoder.encode([text], { purpose: 'query' }))[0]!

  test.each([
    [RELEASE, 18, [0.0506, -0.0112, 0.0179, -0.0397, 0.0734, -0.0533]],
    [VACATION, 14, [0.0378, 0.0035, -0.0567, -0.0634, 0.0738, -0.0826]],
  ])('gives the reference values for %s', async (text, tokenCount, expected) => {
    const encoding = await encodeOne(text)
    expect(encoding.tokenCount).toBe(tokenCount)
    const deviations = expected.map((value, index) => Math.abs(encoding.sentence[index]! - value))
    expect(Math.max(...deviations)).toBeLessThan(0.002)
  })

  test('sentences are unit vectors and the last layer’s mean points the same way', async () => {
    const { sentence, layers } = await encodeOne(RELEASE)
    expect(Math.hypot(...sentence)).toBeCloseTo(1, 5)
    expect(layers).toHaveLength(encoder.pooledLayers.length)
    expect(cosine(sentence, layers.at(-1)!)).toBeCloseTo(1, 5)
    expect(cosine(sentence, layers[0]!)).toBeLessThan(0.999)
  })

  test('a padded batch equals single runs', async () => {
    const texts = [RELEASE, VACATION, '好', 'word '.repeat(200)]
    const batch = await encoder.encode(texts, { purpose: 'query', tokens: true })
    for (const [index, text] of texts.entries()) {
      const [single] = await encoder.encode([text], { purpose: 'query', tokens: true })
      expect(cosine(batch[index]!.sentence, single!.sentence)).toBeGreaterThan(0.9999)
      expect(batch[index]!.tokens).toHaveLength(single!.tokens!.length)
      expect(cosine(batch[index]!.tokens!.at(-1)!.state, single!.tokens!.at(-1)!.state)).toBeGreaterThan(0.9999)
    }
  })

  test('a question is closer to its answer in the other language than to anything else', async () => {
    const [question] = await encoder.encode(['年假可以结转几天？'], { purpose: 'query' })
    const [right, wrong] = await encoder.encode(
      ['Up to five days of annual leave may be carried over.', 'The printer stands on the second floor.'],
      { purpose: 'passage' },
    )
    const [toRight, toWrong] = [right!, wrong!].map(({ sentence }) => cosine(question!.sentence, sentence))
    expect(toRight! - toWrong!).toBeGreaterThan(0.03)
  })

  test('queries and passages are different inputs', async () => {
    const [passage] = await encoder.encode([VACATION], { purpose: 'passage' })
    expect(cosine(passage!.sentence, (await encodeOne(VACATION)).sentence)).toBeLessThan(0.999)
  })

  test('token states cover the text and leave the prefix out', async () => {
    const [encoding] = await encoder.encode([VACATION], { purpose: 'query', tokens: true })
    const words = encoding!.tokens!.map(({ start, end }) => VACATION.slice(start, end))
    expect(words).toEqual(['How', 'many', 'vacation', 'days', 'can', 'I', 'carry', 'over', '?'])
    expect(encoding!.tokens!.every(({ state }) => state.length === encoder.hiddenSize)).toBe(true)
    expect(encoding!.tokenCount).toBe(words.length + 5)
  })

  test('token states are not given where nobody asked for them, in one batch with others', async () => {
    const [plain, withTokens] = await Promise.all([
      encoder.encode(['a b'], { purpose: 'query' }),
      encoder.encode(['a b'], { purpose: 'query', tokens: true }),
    ])
    expect(plain[0]).not.toHaveProperty('tokens')
    expect(withTokens[0]?.tokens).toHaveLength(2)
  })

  test('a part is read in its context, and a part that is all of the text as the text', async () => {
    const text = `${VACATION} ${RELEASE}`
    const parts = [
      { start: 0, end: text.length },
      { start: 0, end: VACATION.length },
      { start: VACATION.length + 1, end: text.length },
      { start: text.length, end: text.length },
    ]
    const [encoding, alone] = await encoder.encode([text, RELEASE], {
      purpose: 'query',
      partsOf: (of) => (of === text ? parts : []),
    })
    expect(encoding?.parts?.map(({ start, end }) => ({ start, end }))).toEqual(parts)
    const [whole, first, second, nothing] = encoding!.parts!.map(({ states }) => states)
    expect(cosine(whole!.sentence, encoding!.sentence)).toBeGreaterThan(0.9999)
    expect(whole!.layers).toHaveLength(encoder.pooledLayers.length)
    expect(nothing).toBeNull()
    const likeRelease = [first!, second!].map(({ sentence }) => cosine(sentence, alone!.sentence))
    expect(likeRelease[1]! - likeRelease[0]!).toBeGreaterThan(0.03)
    expect(alone?.parts).toEqual([])
  })

  test('an empty text and an over-long one are encoded, the latter truncated and said so', async () => {
    const [empty, long] = await encoder.encode(['', '发布清单'.repeat(10_000)], { purpose: 'passage' })
    expect(empty).toMatchObject({ isTruncated: false })
    expect(Math.hypot(...empty!.sentence)).toBeCloseTo(1, 5)
    expect(long).toMatchObject({ tokenCount: 512, isTruncated: true })
  })

  test('no text at all is no work', async () => {
    expect(await encoder.encode([], { purpose: 'query' })).toEqual([])
  })

  test('an abort takes back what is not yet computed and leaves the rest alone', async () => {
    const abort = new AbortController()
    const aborted = encoder.encode(['never computed'], { purpose: 'query', signal: abort.signal })
    const other = encoder.encode(['computed'], { purpose: 'query' })
    abort.abort(new Error('changed my mind'))
    await expect(aborted).rejects.toThrow('changed my mind')
    expect(await other).toHaveLength(1)
  })

  test('a closed encoder says so', async () => {
    const closed = await openEncoder({ modelPath: await builtInModelPath() })
    await closed.close()
    await expect(closed.encode(['a'], { purpose: 'query' })).rejects.toThrow(/closed/)
  })

  test('two processes that build the graph at once both get a whole one and leave nothing behind', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'parley-graph-'))
    const source = { weightsPath: await builtInModelPath(), sha256: BUILT_IN_MODEL.sha256, directory }
    const [one, two] = await Promise.all([ensureGraph(source), ensureGraph(source)])
    expect(one).toBe(two)
    expect(await readdir(directory)).toHaveLength(2)
    const rebuilt = await openEncoder({ modelPath: source.weightsPath, cacheDirectory: directory })
    const [encoding] = await rebuilt.encode([RELEASE], { purpose: 'query' })
    expect(cosine(encoding!.sentence, (await encodeOne(RELEASE)).sentence)).toBeGreaterThan(0.9999)
    await rebuilt.close()
    await rm(directory, { recursive: true })
  })
})
