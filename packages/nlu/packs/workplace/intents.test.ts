import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Examples = Readonly<Record<'zh' | 'en', readonly string[]>>
interface Pack {
  readonly intents: Readonly<
    Record<string, { readonly description: Readonly<Record<'zh' | 'en', string>>; readonly examples: Examples }>
  >
  readonly outOfScope: Examples
}

const languages = ['zh', 'en'] as const
const pack: Pack = JSON.parse(readFileSync(new URL('./intents.json', import.meta.url), 'utf8'))
const intents = Object.entries(pack.intents)

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
const hasHan = (text: string) => count(text, /\p{Script=Han}/gu) > 0
const isMostlyLatin = (text: string) => count(text, /\p{Script=Latin}/gu) > count(text, /\p{Script=Han}/gu)
const examplesOf = (language: 'zh' | 'en') => [
  ...intents.flatMap(([, intent]) => intent.examples[language]),
  ...pack.outOfScope[language],
]
/** Case, spaces and punctuation make no new example. */
const fingerprint = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

describe('the workplace pack', () => {
  it('knows at least 28 intents, each described in both languages', () => {
    expect(intents.length).toBeGreaterThanOrEqual(28)
    for (const [, intent] of intents)
      for (const language of languages) expect(intent.description[language]).not.toBe('')
  })

  it('gives at least 20 examples an intent and language', () => {
    const few = intents.filter(([, intent]) => languages.some((language) => intent.examples[language].length < 20))
    expect(few.map(([name]) => name)).toEqual([])
  })

  it('gives at least 60 examples a language that belong to no intent', () => {
    for (const language of languages) expect(pack.outOfScope[language].length).toBeGreaterThanOrEqual(60)
  })

  it('says nothing twice, neither within an intent nor across them', () => {
    const seen = new Set<string>()
    const repeated = languages.flatMap(examplesOf).filter((text) => seen.size === seen.add(fingerprint(text)).size)
    expect(repeated).toEqual([])
  })

  it('writes every example in the language it is filed under', () => {
    expect(examplesOf('zh').filter((text) => !hasHan(text))).toEqual([])
    expect(examplesOf('en').filter((text) => !isMostlyLatin(text))).toEqual([])
  })
})
