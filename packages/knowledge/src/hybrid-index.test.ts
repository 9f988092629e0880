import type { Encoder, Encoding } from '@parley/inference'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from './answer-types'
import { buildSegment } from './document-segment'
import { createHybridIndex, type HybridIndex } from './hybrid-index'
import { vectorsInMemory } from './unit-vectors'
import { UnreadableDocumentError } from './unreadable-document-error'

const ANYBODY = () => true

function note(id: string, text: string): SourceDocument {
  return { id, title: id, mimeType: 'text/markdown', text }
}

async function indexOf(...documents: readonly SourceDocument[]): Promise<HybridIndex> {
  const index = createHybridIndex({ encoder: null })
  for (const document of documents) await index.addDocument(document)
  return index
}

async function found(index: HybridIndex, text: string, mayRead: (id: string) => boolean = ANYBODY): Promise<string[]> {
  return (await index.search({ text, mayRead })).found.map((hit) => hit.passage.documentId)
}

async function hits(index: HybridIndex, text: string, mayRead: (id: string) => boolean = ANYBODY) {
  const { found, open } = await index.search({ text, mayRead })
  return open(found)
}

/** Encodes by letter counts, and only when told to: what is under way can be watched. */
function gatedEncoder(): { encoder: Encoder; open: () => void } {
  let open = () => undefined as undefined
  const gate = new Promise<undefined>((resolve) => {
    open = () => resolve(undefined) as undefined
  })
  const encoding = (text: string): Encoding => {
    const sentence = new Float32Array(4)
    for (const letter of text) sentence[letter.charCodeAt(0) % 4]! += 1 / text.length
    return { sentence, layers: [], tokenCount: 1, isTruncated: false }
  }
  const encoder: Encoder = {
    ...{ id: 'gated', hiddenSize: 4, pooledLayers: [], maxTokens: 512 },
    encode: async (texts) => gate.then(() => texts.map(encoding)),
    close: async () => undefined,
  }
  return { encoder, open }
}

const PARKING = note('parking', '# Parking\n\nThe garage has 22 places for cars.')
const PAYROLL = note('payroll', '# Payroll\n\nThe garage manager earns 4,000 euros. Cars, cars, cars.')
const CANTEEN = note('食堂', '# 食堂\n\n午餐时间是11点半到13点。')

describe('the index', () => {
  it('finds by words, single characters and two-character words', async () => {
    const index = await indexOf(PARKING, CANTEEN)
    expect(await found(index, 'garages')).toEqual(['parking'])
    expect(await found(index, '午餐')).toEqual(['食堂'])
    expect(await found(index, '餐')).toEqual(['食堂'])
  })

  it('finds by headings what the text does not say', async () => {
    const index = await indexOf(note('a', '# Rules\n\n## Sabbatical\n\nAsk three months ahead.'), PARKING)
    expect(await found(index, 'sabbatical')).toEqual(['a'])
  })

  it('answers exactly as if what may not be read were not there', async () => {
    const mixed = await indexOf(PAYROLL, PARKING, CANTEEN)
    const alone = await indexOf(PARKING, CANTEEN)
    expect(await found(mixed, 'garage cars')).toContain('payroll')
    const mayRead = (id: string) => id !== 'payroll'
    for (const text of ['garage cars', 'garage manager earns euros', '午餐', 'cars']) {
      expect(await hits(mixed, text, mayRead)).toEqual(await hits(alone, text))
    }
    const weightIn = async (index: HybridIndex, reader: typeof mayRead) =>
      (await index.search({ text: 'cars', mayRead: reader })).weigh(['car'])
    expect(await weightIn(mixed, mayRead)).toEqual(await weightIn(alone, ANYBODY))
  })

  it('asks what may be read again once something came or went', async () => {
    const index = await indexOf(PARKING, PAYROLL)
    const reader = (id: string) => id !== 'payroll'
    expect(await found(index, 'garage cars', reader)).toEqual(['parking'])
    await index.addDocument(CANTEEN)
    expect(await found(index, '午餐', reader)).toEqual(['食堂'])
    index.removeDocument('parking')
    expect(await found(index, 'garage cars', reader)).toEqual([])
  })

  it('weighs words and meaning as each document’s collection learnt', async () => {
    const { encoder, open } = gatedEncoder()
    open()
    const index = createHybridIndex({ encoder })
    for (const document of [PARKING, PAYROLL]) await index.addDocument(document)
    const scores = async (lexicalWeight: (id: string) => number) => {
      const { found } = await index.search({ text: 'garage cars', mayRead: ANYBODY, lexicalWeight })
      return new Map(found.map(({ passage, score }) => [passage.documentId, score]))
    }
    const byWords = await scores(() => 1)
    const byMeaning = await scores(() => 0)
    const mixed = await scores((id) => (id === 'parking' ? 1 : 0))
    expect(mixed.get('parking')).toBe(byWords.get('parking'))
    expect(mixed.get('payroll')).toBe(byMeaning.get('payroll'))
    expect(byWords.get('payroll')).not.toBe(byMeaning.get('payroll'))
  })

  it('asks again at each hit', async () => {
    const index = await indexOf(PARKING)
    let asked = 0
    expect(await found(index, 'garage', () => ++asked <= 1)).toEqual([])
    expect(asked).toBe(2)
  })

  it('forgets a removed document at once', async () => {
    const index = await indexOf(PARKING, PAYROLL)
    expect(await found(index, 'garage')).toContain('parking')
    expect(index.removeDocument('parking')).toBe(true)
    expect(await found(index, 'garage')).toEqual(['payroll'])
    expect(index.getDocument('parking')).toBeUndefined()
    expect(index.removeDocument('parking')).toBe(false)
  })

  it('replaces a document that is added again, many times, without growing', async () => {
    const index = await indexOf(PARKING)
    for (let version = 0; version < 3_000; version++)
      await index.addDocument(note('draft', `Version number${version} of it.`))
    expect(index.passageCount).toBe(2)
    expect(await found(index, 'number2999')).toEqual(['draft'])
    expect(await found(index, 'number2998 garage')).toEqual(['parking'])
  })

  it('keeps the former version when the new one cannot be read', async () => {
    const index = await indexOf(PARKING)
    await expect(index.addDocument(note('parking', '\0'))).rejects.toThrow(UnreadableDocumentError)
    expect(await found(index, 'garage')).toEqual(['parking'])
  })

  it('does not bring back a document that was removed while it was being read', async () => {
    const { encoder, open } = gatedEncoder()
    const index = createHybridIndex({ encoder })
    const adding = index.addDocument(PARKING)
    index.removeDocument('parking')
    open()
    expect(await adding).toBeUndefined()
    expect(await found(index, 'garage')).toEqual([])
  })

  it('keeps the last version when two are being read at once', async () => {
    const { encoder, open } = gatedEncoder()
    const index = createHybridIndex({ encoder })
    const both = [index.addDocument(note('a', 'first garage')), index.addDocument(note('a', 'second garage'))]
    open()
    expect((await Promise.all(both)).map((document) => document?.plainText)).toEqual([undefined, 'second garage'])
    expect(index.getDocument('a')?.plainText).toBe('second garage')
  })
})

describe('a stored document', () => {
  it('answers as before after it is put back', async () => {
    const { encoder, open } = gatedEncoder()
    open()
    const index = createHybridIndex({ encoder })
    const restarted = createHybridIndex({ encoder })
    for (const document of [PARKING, PAYROLL, CANTEEN]) {
      await index.addDocument(document)
      const { vectors, ...rest } = await buildSegment(document, encoder)
      const stored = { ...(JSON.parse(JSON.stringify(rest)) as typeof rest), vectors: Uint8Array.from(vectors) }
      expect(restarted.importDocument(stored)).toBe(true)
    }
    for (const text of ['garage cars', '午餐时间']) {
      expect(await hits(restarted, text)).toEqual(await hits(index, text))
    }
  })

  it('with vectors cut short is refused', async () => {
    const { encoder, open } = gatedEncoder()
    open()
    const index = createHybridIndex({ encoder })
    await index.addDocument(PARKING)
    const segment = await buildSegment(PARKING, encoder)
    expect(() => index.importDocument({ ...segment, vectors: segment.vectors.slice(1) })).toThrow(RangeError)
    expect(await found(index, 'garage')).toEqual(['parking'])
  })

  it('of another encoder or version is not taken', async () => {
    const segment = await buildSegment(PARKING, null)
    const other = createHybridIndex({ encoder: null })
    expect(other.importDocument({ ...segment, version: segment.version + 1 })).toBe(false)
    expect(other.importDocument({ ...segment, encoderId: 'other' })).toBe(false)
    expect(other.passageCount).toBe(0)
    expect(other.importDocument(segment)).toBe(true)
  })
})

describe('a passage that was found', () => {
  it('is not opened once its document was replaced or removed, here or where the vectors of its units are kept', async () => {
    const { encoder, open } = gatedEncoder()
    open()
    const unitVectors = vectorsInMemory()
    const index = createHybridIndex({ encoder, unitVectors })
    await index.addDocument(PARKING)
    const opened = async () => {
      const found = await index.search({ text: 'garage', mayRead: ANYBODY })
      return { found, count: async () => (await found.open(found.found)).length }
    }
    const before = await opened()
    expect(await before.count()).toBe(1)
    const other = await buildSegment(
      { ...PARKING, text: '# Parking\n\nThe garage has 99 places for bicycles.' },
      encoder,
    )
    unitVectors.keep(other)
    expect(await before.count()).toBe(0)
    index.importDocument(other)
    expect(await before.count()).toBe(0)
    const after = await opened()
    expect(await after.count()).toBe(1)
    index.removeDocument('parking')
    expect(await after.count()).toBe(0)
  })
})
