import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ACTS, TONE_KINDS, TONE_LABELS } from '../../src/tone/tone'
import { loadTonePack, TOLD_BRIEFLY } from '../../src/tone/tone-pack'

const languages = ['zh', 'en'] as const
const { messages, briefly = { zh: [], en: [] } } = loadTonePack()
/** Case, spaces and punctuation make no new message; a message of nothing else is itself. */
const fingerprint = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || text

describe('the tone pack', () => {
  it.each(languages)('has at least 600 messages in %s, and of every label 20 or more', (language) => {
    expect(messages[language].length).toBeGreaterThanOrEqual(600)
    for (const act of ACTS)
      expect(messages[language].filter(({ acts }) => acts.includes(act)).length, act).toBeGreaterThanOrEqual(20)
    for (const kind of TONE_KINDS) {
      for (const label of TONE_LABELS[kind].slice(1))
        expect(messages[language].filter((message) => message[kind] === label).length, label).toBeGreaterThanOrEqual(20)
    }
  })

  it.each(languages)('knows no other labels in %s', (language) => {
    for (const message of messages[language]) {
      expect(ACTS).toEqual(expect.arrayContaining([...message.acts]))
      for (const kind of TONE_KINDS) expect([...TONE_LABELS[kind], undefined]).toContain(message[kind])
    }
  })

  it.each(languages)('has in %s as many of a few words that are no complaint', (language) => {
    const complaints = briefly[language].filter(({ sentiment }) => sentiment === 'negative')
    expect(complaints.length).toBeGreaterThanOrEqual(40)
    expect(briefly[language].length - complaints.length).toBeGreaterThan(complaints.length)
    for (const message of briefly[language]) {
      for (const kind of TOLD_BRIEFLY) expect([...TONE_LABELS[kind], undefined]).toContain(message[kind])
    }
  })

  it.each(languages)('says nothing twice in %s', (language) => {
    const fingerprints = [...messages[language], ...briefly[language]].map(({ text }) => fingerprint(text))
    expect(fingerprints.filter((print, index) => fingerprints.indexOf(print) !== index)).toEqual([])
  })

  it.each([
    ['held', 300],
    ['short', 80],
  ])('holds no message of the held set %s', (name, least) => {
    const file = new URL(`../../../learning/data/tones/${name}.jsonl`, import.meta.url)
    const held = readFileSync(file, 'utf8').trim().split('\n')
    expect(held.length).toBeGreaterThanOrEqual(least)
    const known = languages.flatMap((language) => [...messages[language], ...briefly[language]])
    const learnt = new Set(known.map(({ text }) => fingerprint(text)))
    const texts = held.map((line) => (JSON.parse(line) as { text: string }).text)
    expect(texts.filter((text) => learnt.has(fingerprint(text)))).toEqual([])
  })
})
