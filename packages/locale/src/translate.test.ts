import { errorTable } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { en } from './en'
import { translate, translateError } from './translate'
import { zh } from './zh'

type Texts = Readonly<Record<string, unknown>>
const catalogues: readonly (readonly ['en' | 'zh', Texts])[] = [
  ['en', en],
  ['zh', zh],
]
const placeholders = (text: unknown) => [...String(text).matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('the catalogues', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort())
  })

  it('name the same placeholders in both languages', () => {
    const texts = Object.entries(en).filter(([, text]) => typeof text === 'string')
    expect(texts.length).toBeGreaterThan(20)
    for (const [key, text] of texts) {
      expect(placeholders((zh as Texts)[key]), key).toEqual(placeholders(text))
    }
  })

  it.each(catalogues)('have no empty text and no brace without partner: %s', (_, texts) => {
    for (const [key, text] of Object.entries(texts).filter(([, it]) => typeof it === 'string')) {
      expect(String(text).trim(), key).not.toBe('')
      expect(String(text).replaceAll(/\{\w+\}/g, ''), key).not.toMatch(/[{}]/)
    }
  })

  it('write Chinese in Chinese, and English without it', () => {
    // Names that are the same everywhere, and each language's name for itself.
    const isName = (key: string) => (zh as Texts)[key] === (en as Texts)[key]
    // Nothing but places and punctuation.
    const isFrame = (key: string) => !/\p{L}/u.test(String((en as Texts)[key]).replaceAll(/\{\w+\}/g, ''))
    const told = Object.keys(en).filter((key) => !isName(key) && !isFrame(key))
    expect(told.length).toBeGreaterThan(30)
    for (const key of told) {
      expect(String((zh as Texts)[key]), key).toMatch(/\p{Script=Han}/u)
      expect(String((en as Texts)[key]), key).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('error texts', () => {
  const coded = Object.keys(en).filter((key) => key.startsWith('error.'))

  it('exist for every error code in both languages, and for nothing else', () => {
    expect(coded.sort()).toEqual(
      Object.keys(errorTable)
        .map((code) => `error.${code}`)
        .sort(),
    )
  })

  it.each(catalogues)('are told apart from each other: %s', (_, texts) => {
    const told = coded.map((key) => texts[key])
    expect(new Set(told).size).toBe(told.length)
  })

  it('tell length and limit of a text that is too long, with the separators of the language', () => {
    const parameters = { length: 41_234, limit: 40_000 }
    expect(translate('en', 'error.text_too_long', parameters)).toContain('41,234 characters; the limit is 40,000')
    expect(translateError('zh', 'text_too_long', parameters)).toContain('41,234 个字符，上限为 40,000 个')
  })

  it('tell a code of a newer server as an internal error', () => {
    expect(translateError('zh', 'code_of_tomorrow', {})).toBe(translate('zh', 'error.internal'))
  })

  it('show no placeholder when a parameter is missing', () => {
    expect(translateError('en', 'text_too_long', {})).not.toMatch(/[{}]/)
  })

  it('do not take a key of every object for an error code', () => {
    expect(translateError('en', '__proto__', {})).toBe(en['error.internal'])
  })
})

describe('the hints about tasks', () => {
  it.each(['web.tasks.emptyHint', 'web.createChannel.withAssistantHint'] as const)(
    'say that the assistant has to be mentioned: %s',
    (key) => {
      expect(translate('en', key)).toContain('@Parley')
      expect(translate('zh', key)).toContain('@助手')
    },
  )
})

describe('translate', () => {
  it('asks for exactly the parameters that a text names', () => {
    expect(translate('en', 'web.channel.unread', { count: 3 })).toBe('3 unread')
    expect(translate('zh', 'web.channel.unread', { count: 3 })).toBe('3 条未读')
    // @ts-expect-error a parameter is missing
    translate('en', 'error.text_too_long', { length: 1 })
    // @ts-expect-error a text without parameters takes none
    translate('en', 'error.internal', { length: 1 })
    // @ts-expect-error there is no such text
    expect(translate('en', 'error.nonsense')).toBe('undefined')
  })
})
