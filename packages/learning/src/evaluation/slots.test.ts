import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMatrixProduct } from '@parley/inference'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluateEntities } from './entities'
import { evaluateSlots } from './slots'
import { spanMetrics, spanMetricsByType } from './span-metrics'

const product = createMatrixProduct()
let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-eval-slots-'))
})
afterAll(async () => {
  await product.close()
  await rm(directory, { recursive: true, force: true })
})

async function write(name: string, rows: readonly object[]): Promise<string> {
  await writeFile(join(directory, name), rows.map((row) => JSON.stringify(row)).join('\n'))
  return join(directory, name)
}

const options = async (train: readonly object[], test: readonly object[]) => ({
  train: await write('train.jsonl', train),
  test: await write('test.jsonl', test),
  encoder: null,
  product,
  version: '0.0.0',
})

const span = (text: string, value: string, type: string) => {
  const start = text.indexOf(value)
  return { start, end: start + value.length, type }
}
const booking = (room: string, slotType = 'room') => {
  const text = `book ${room} for the team`
  return { text, intent: 'book', slots: [span(text, room, slotType)], lang: 'en' }
}
const music = (song: string) => {
  const text = `我想听${song}这首歌`
  return { text, intent: 'play', slots: [span(text, song, 'song')], lang: 'zh' }
}
const train = [
  ...['Baikal', 'Orion', 'Titan', 'Ceres', 'Vesta', 'room 12'].map((room) => booking(room)),
  ...['晴天', '稻香', '红豆', '青花瓷', '千里之外', '说好不哭'].map(music),
]
const test = [booking('Pluto'), booking('Juno'), music('七里香')]

describe('evaluateSlots', () => {
  it('measures intents, slots and whole sentences, and reports them by language', async () => {
    const report = await evaluateSlots(await options(train, test))
    expect(report).toMatchObject({ task: 'slots', n: 3, intentAccuracy: 1, slotF1: 1, sentenceAccuracy: 1 })
    expect(report.lang).toMatchObject({ en: { n: 2, slotF1: 1 }, zh: { n: 1, slotF1: 1 } })
  })

  it('counts a slot of another type, and a sentence of another intent, as wrong', async () => {
    const otherType = await evaluateSlots(await options(train, [booking('Pluto', 'place'), music('七里香')]))
    expect(otherType).toMatchObject({ intentAccuracy: 1, slotF1: 0.5, sentenceAccuracy: 0.5 })
    const otherIntent = await evaluateSlots(await options(train, [{ ...booking('Pluto'), intent: 'play' }]))
    expect(otherIntent).toMatchObject({ intentAccuracy: 0, sentenceAccuracy: 0 })
  })

  it.each([
    ['a span after the text', { ...booking('Pluto'), slots: [{ start: 0, end: 99, type: 'room' }] }, /field "slots"/],
    ['a span without end', { ...booking('Pluto'), slots: [{ start: 3, type: 'room' }] }, /field "slots\.0\.end"/],
    ['a row without intent', { ...booking('Pluto'), intent: undefined }, /field "intent"/],
  ])('names file, line and field of %s', async (_name, row, field) => {
    const attempt = evaluateSlots(await options([...train, row], test))
    await expect(attempt).rejects.toThrow(/train\.jsonl:13/)
    await expect(attempt).rejects.toThrow(field)
  })
})

describe('evaluateEntities', () => {
  const entities = ({ text, slots, lang }: { text: string; slots: object[]; lang: string }) => ({
    text,
    entities: slots,
    lang,
  })

  it('measures spans whatever the intent', async () => {
    const report = await evaluateEntities(await options(train.map(entities), test.map(entities)))
    expect(report).toMatchObject({ task: 'entities', n: 3, f1: 1, precision: 1, recall: 1 })
    expect(report.byType).toMatchObject({ room: { f1: 1 }, song: { f1: 1 } })
  })
})

describe('span measures', () => {
  it('agree with values computed by hand', () => {
    const at = (start: number, end: number, type: string) => ({ start, end, type })
    const rows = [
      { truth: [at(0, 2, 'a'), at(3, 5, 'b')], found: [at(0, 2, 'a'), at(3, 4, 'b'), at(6, 7, 'a')] },
      { truth: [at(0, 1, 'b')], found: [] },
    ]
    // One of three found is right, one of three true ones is found.
    expect(spanMetrics(rows)).toEqual({ n: 2, f1: 1 / 3, precision: 1 / 3, recall: 1 / 3 })
    expect(spanMetricsByType(rows)).toMatchObject({ a: { precision: 0.5, recall: 1 }, b: { f1: 0 } })
  })
})
