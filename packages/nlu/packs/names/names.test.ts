import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadNamePack, nameExamples } from '../../src/names/name-pack'

const examples = nameExamples(loadNamePack())
const fingerprint = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

describe('the name pack', () => {
  it('names people, organisations, places and products, and keeps no bracket', () => {
    const types = new Set(examples.flatMap(({ spans }) => spans.map(({ type }) => type)))
    expect([...types].sort()).toEqual(['organisation', 'person', 'place', 'product'])
    expect(examples.filter(({ text }) => /[[\]|]/.test(text))).toEqual([])
  })

  it('has sentences without any name, too', () => {
    expect(examples.filter(({ spans }) => spans.length === 0).length).toBeGreaterThanOrEqual(60)
  })

  it('says nothing twice, and nothing of the held set', () => {
    const held = readFileSync(new URL('../../../learning/data/names/held.jsonl', import.meta.url), 'utf8')
    const texts = held
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { text: string }).text)
    expect(texts.length).toBeGreaterThanOrEqual(200)
    const prints = [...examples.map(({ text }) => text), ...texts].map(fingerprint)
    expect(prints.filter((print, index) => prints.indexOf(print) !== index)).toEqual([])
  })
})
