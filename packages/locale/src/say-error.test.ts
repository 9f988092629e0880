import { describe, expect, it } from 'vitest'
import { en } from './en'
import { sayError } from './say'
import { zh } from './zh'

describe('why something cannot be reached', () => {
  it.each([
    ['en', en, 'It cannot be reached: no server of that name was found (ENOTFOUND). It is tried again next time.'],
    ['zh', zh, '无法连接：找不到这个名称的服务器（ENOTFOUND）。下次会再试。'],
  ] as const)('is said in words, with the code for whoever helps: %s', (language, texts, said) => {
    expect(sayError(texts, language, 'source_unreachable', { reason: 'ENOTFOUND' })).toBe(said)
  })

  it('is said as it was told where nobody knows it', () => {
    expect(sayError(en, 'en', 'source_unreachable', { reason: 'fatal: odd' })).toContain('reached: fatal: odd. It')
  })
})
