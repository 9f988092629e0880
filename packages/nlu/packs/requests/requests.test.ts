import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Examples = Readonly<Record<'zh' | 'en', readonly string[]>>
const languages = ['zh', 'en'] as const
const pack: { readonly intents: Readonly<Record<string, { readonly examples: Examples }>> } = JSON.parse(
  readFileSync(new URL('./requests.json', import.meta.url), 'utf8'),
)
const labels = Object.keys(pack.intents)
const examplesOf = (language: 'zh' | 'en') => Object.values(pack.intents).flatMap(({ examples }) => examples[language])
/** Case, spaces and punctuation make no new example. */
const fingerprint = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

describe('the request pack', () => {
  it('tells requests, commitments, proposals and none of these', () => {
    expect(labels.toSorted()).toEqual(['commitment', 'none', 'proposal', 'request'])
  })

  it.each(languages)('gives at least 400 examples in %s, and no kind of them fewer than 100', (language) => {
    expect(examplesOf(language).length).toBeGreaterThanOrEqual(400)
    for (const { examples } of Object.values(pack.intents))
      expect(examples[language].length).toBeGreaterThanOrEqual(100)
  })

  it.each(languages)('says nothing twice in %s', (language) => {
    const fingerprints = examplesOf(language).map(fingerprint)
    expect(fingerprints.filter((print, index) => fingerprints.indexOf(print) !== index)).toEqual([])
  })

  it.each(languages)('holds no message of the sets that measure it in %s', (language) => {
    const data = new URL('../../../learning/data/tasks/', import.meta.url)
    const files = [
      '../requests/letters',
      'workplace',
      'workplace-held',
      'workplace-wide',
      'fresh-a',
      'fresh-b',
      'fresh-c',
      'fresh-d',
      'fresh-e',
      'fresh-f',
    ]
    const messages = files.flatMap((file) => readTexts(new URL(`${file}.jsonl`, data)))
    expect(messages.length).toBeGreaterThan(500)
    const examples = new Set(examplesOf(language).map(fingerprint))
    expect(messages.filter((text) => examples.has(fingerprint(text)))).toEqual([])
  })
})

function readTexts(file: URL): string[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as { text: string }).text)
}
