import { createMatrixProduct, type Encoder, type Encoding } from '@parley/inference'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LabelModelError } from '../labels/label-model'
import type { TonePack } from './tone-pack'
import { ToneReader } from './tone-reader'
import { type ToneModel, trainTone } from './train-tone'

/** Knows a text by the words in it. */
const WORDS = ['please', 'now', 'great', 'awful', 'thanks', 'report', 'desk', 'lamp', 'invoice', 'ship']
let asked = 0
const words: Encoder = {
  id: 'words',
  hiddenSize: WORDS.length,
  pooledLayers: [1],
  maxTokens: 512,
  encode: async (texts) => {
    asked += texts.length
    return texts.map(encodingOf)
  },
  close: async () => undefined,
}
function encodingOf(text: string): Encoding {
  const found = Float32Array.from(WORDS, (word) => (text.includes(word) ? 1 : 0))
  return { sentence: found, layers: [found], tokenCount: 1, isTruncated: false }
}

const things = ['report', 'desk', 'lamp', 'invoice', 'ship']
const pack: TonePack = {
  name: 'tiny',
  version: '1',
  messages: {
    zh: [],
    en: things.flatMap((thing) => [
      { text: `please send the ${thing}`, acts: ['request'], politeness: 'polite' },
      { text: `the ${thing} is needed now`, acts: ['inform'], urgency: 'high' },
      { text: `the ${thing} is great`, acts: ['inform'], sentiment: 'positive', emotion: 'joy' },
      { text: `the ${thing} is awful`, acts: ['inform'], sentiment: 'negative', emotion: 'anger' },
      { text: `thanks for the ${thing}`, acts: ['thanks'], sentiment: 'positive', emotion: 'gratitude' },
      { text: `that is the ${thing}`, acts: ['inform'] },
    ]),
  },
}

const product = createMatrixProduct()
let model: ToneModel
beforeAll(async () => {
  model = await trainTone(pack, { encoder: words, product })
})
afterAll(() => product.close())

const read = (text: string, reader = new ToneReader(model)) => reader.read(part(text))
const part = (text: string, kind: 'sentence' | 'clause' = 'sentence') => ({ text, encoding: encodingOf(text), kind })

describe('the tone of a message', () => {
  it('says what the message does and how', () => {
    expect(read('please ship the lamp')).toMatchObject({ acts: [{ name: 'request' }], politeness: { name: 'polite' } })
    expect(read('this desk is awful')).toMatchObject({ sentiment: { name: 'negative' }, emotion: { name: 'anger' } })
  })

  it('is that of its sentences, and as urgent as its most urgent part', () => {
    const [first, second] = [part('thanks for the lamp'), part('please send the desk')]
    const tone = new ToneReader(model).read(part('lamp desk'), [
      first,
      second,
      part('the ship is needed now', 'clause'),
    ])
    expect(tone.acts.map(({ name }) => name).sort()).toEqual(['request', 'thanks'])
    expect(tone.urgency?.name).toBe('high')
  })

  it('leaves out what is not likelier than all else', () => {
    const tone = read('great, and awful')
    for (const judged of [...tone.acts, tone.sentiment, tone.emotion, tone.urgency, tone.politeness])
      if (judged) expect(judged.probability).toBeGreaterThanOrEqual(0.5)
  })

  it('has neither sentiment nor emotion where these are switched off', () => {
    const tone = read('this desk is awful', new ToneReader(model, { readsSentiment: false }))
    expect(Object.keys(tone).sort()).toEqual(['acts', 'politeness', 'urgency'])
  })

  it('is learnt from one reading of each message, however many kinds of label there are', () => {
    expect(asked).toBe(pack.messages.en.length)
  })

  it('is not read from the features of another encoder', () => {
    expect(() => new ToneReader(model).assertReads({ id: 'other' })).toThrow(LabelModelError)
  })
})
