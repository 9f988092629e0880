import { createMatrixProduct, type Encoder, type Encoding } from '@parley/inference'
import { afterAll, expect, test } from 'vitest'
import { createRandom } from '../numeric/random'
import { type SpanExample, SpanModelError, SpanTrainingError } from './span-model'
import { SpanTagger } from './span-tagger'
import { splitUnits } from './split-units'

const product = createMatrixProduct()
afterAll(() => product.close())

function example(template: string, values: Readonly<Record<string, string>>): SpanExample {
  const spans: SpanExample['spans'][number][] = []
  let text = ''
  for (const part of template.split(/(\{\w+\})/)) {
    const value = values[part.slice(1, -1)]
    if (value !== undefined)
      spans.push({ start: text.length, end: text.length + value.length, type: part.slice(1, -1) })
    text += value ?? part
  }
  return { text, spans }
}

const rooms = ['Baikal', 'Orion Hall', 'room 12', 'the blue room']
const days = ['Monday', 'next Friday', 'March 3']
const examples = rooms.flatMap((room) =>
  days.flatMap((day) => [
    example('book {room} for {day} please', { room, day }),
    example('is {room} free on {day}?', { room, day }),
    example('请在{day}预订{room}。', { room, day }),
    example('thank you very much', {}),
  ]),
)

/** Token states that tell nothing but the word: enough to see that they are read. */
function fakeEncoder(id: string): Encoder & { encodeOne(text: string): Encoding } {
  const hiddenSize = 8
  const stateOf = (word: string) => {
    const random = createRandom([...word].reduce((sum, character) => sum * 31 + (character.codePointAt(0) ?? 0), 7))
    return Float32Array.from({ length: hiddenSize }, () => random() - 0.5)
  }
  const encodeOne = (text: string): Encoding => {
    const tokens = splitUnits(text).map(({ start, end, text: piece }) => ({ start, end, piece, state: stateOf(piece) }))
    const sentence = new Float32Array(hiddenSize).fill(0.1)
    return { sentence, layers: [sentence], tokenCount: tokens.length, isTruncated: false, tokens }
  }
  return {
    id,
    hiddenSize,
    pooledLayers: [12],
    maxTokens: 512,
    encodeOne,
    encode: async (texts) => texts.map(encodeOne),
    close: async () => {},
  }
}

test('spans of values never seen are found by their surroundings, in both languages', async () => {
  const tagger = await SpanTagger.train(examples, { encoder: null, product })
  const english = 'book Titan Tower for Monday please'
  expect(tagger.tag(null, english).map(({ start, end, type }) => [english.slice(start, end), type])).toEqual([
    ['Titan Tower', 'room'],
    ['Monday', 'day'],
  ])
  expect(tagger.tag(null, '请在Monday预订Titan。').map(({ type }) => type)).toEqual(['day', 'room'])
  expect(tagger.tag(null, 'thank you very much')).toEqual([])
  for (const { confidence } of tagger.tag(null, english)) {
    expect(confidence).toBeGreaterThan(0.3)
    expect(confidence).toBeLessThanOrEqual(1)
  }
})

test('a topic tells spans apart that look alike', async () => {
  const alike = ['Baikal', 'Orion', 'Titan', 'Ceres'].flatMap((name) => [
    { ...example('open {room}', { room: name }), topic: 'book' },
    { ...example('open {file}', { file: name }), topic: 'read' },
  ])
  const tagger = await SpanTagger.train(alike, { encoder: null, product })
  expect(tagger.tag(null, 'open Orion', 'book').map(({ type }) => type)).toEqual(['room'])
  expect(tagger.tag(null, 'open Orion', 'read').map(({ type }) => type)).toEqual(['file'])
})

test('token states are read, and the same examples give the same model', async () => {
  const encoder = fakeEncoder('small')
  const train = () => SpanTagger.train(examples, { encoder, product })
  const [first, second] = [await train(), await train()]
  expect(second.model).toEqual(first.model)
  const text = 'book Titan Tower for Monday please'
  expect(first.tag(encoder.encodeOne(text), text)).toHaveLength(2)
  const silent = { ...encoder.encodeOne(text), tokens: undefined }
  expect(() => first.tag({ ...silent, tokens: [] }, text)).not.toThrow()
  expect(() => first.tag(null, text)).toThrow(SpanModelError)
  expect(() => first.assertReads({ id: 'large' })).toThrow(SpanModelError)
  expect(() => first.assertReads(encoder)).not.toThrow()
})

test('only the beginning of a very long text is read', async () => {
  const tagger = await SpanTagger.train(examples, { encoder: null, product })
  const request = 'book Titan Tower for Monday please'
  expect(tagger.tag(null, `${request}${' very'.repeat(8000)}`).map(({ type }) => type)).toEqual(['room', 'day'])
  for (const { end } of tagger.tag(null, `${'very '.repeat(8000)}${request}`)) expect(end).toBeLessThanOrEqual(1000)
})

test('empty texts have no spans, and in strange ones nothing is more than a guess', async () => {
  const tagger = await SpanTagger.train(examples, { encoder: null, product })
  for (const text of ['', '   ']) expect(tagger.tag(null, text)).toEqual([])
  for (const { confidence } of tagger.tag(null, '☃'.repeat(40_000))) expect(confidence).toBeLessThan(0.5)
})

test.each([
  ['no spans at all', [{ text: 'hello', spans: [] }]],
  ['a blank text', [{ text: ' ', spans: [] }]],
  ['a span outside its text', [{ text: 'hello', spans: [{ start: 2, end: 9, type: 'name' }] }]],
  ['a span that ends before it starts', [{ text: 'hello', spans: [{ start: 3, end: 3, type: 'name' }] }]],
  ['no examples', []],
])('%s cannot be learnt from', async (_name, rows) => {
  await expect(SpanTagger.train(rows, { encoder: null, product })).rejects.toThrow(SpanTrainingError)
})

test('token states that are missing or not finite are refused', async () => {
  const encoder = fakeEncoder('small')
  const without = {
    ...encoder,
    encode: async (texts: readonly string[]) =>
      texts.map((text) => {
        const { tokens: _tokens, ...rest } = encoder.encodeOne(text)
        return rest
      }),
  }
  await expect(SpanTagger.train(examples, { encoder: without, product })).rejects.toThrow(/token states/)
  const broken = {
    ...encoder,
    encode: async (texts: readonly string[]) =>
      texts.map((text) => {
        const encoding = encoder.encodeOne(text)
        encoding.tokens?.[0]?.state.fill(Number.NaN)
        return encoding
      }),
  }
  await expect(SpanTagger.train(examples, { encoder: broken, product })).rejects.toThrow(/not finite/)
})
