import { describe, expect, it } from 'vitest'
import { filledText, findTextFault, MESSAGE_TEXT_LIMIT, wellFormedText } from './well-formed-text'

const LIMIT = MESSAGE_TEXT_LIMIT
const ASTRAL = '𠮷'

describe('findTextFault', () => {
  it.each([
    ['Latin', 'a'],
    ['Chinese', '汉'],
    ['beyond the basic plane', ASTRAL],
  ])('accepts exactly 40,000 characters, and not one more: %s', (_, character) => {
    expect(findTextFault(character.repeat(LIMIT), LIMIT)).toBeNull()
    expect(findTextFault(character.repeat(LIMIT + 1), LIMIT)).toEqual({
      code: 'text_too_long',
      length: LIMIT + 1,
      limit: LIMIT,
    })
  })

  it('counts characters, not the two code units that some of them take', () => {
    expect(ASTRAL).toHaveLength(2)
    expect(findTextFault(ASTRAL.repeat(3), 3)).toBeNull()
    expect(findTextFault(`${ASTRAL.repeat(3)}a`, 3)).toMatchObject({ length: 4, limit: 3 })
  })

  it.each(['\u0000', 'before\u0000', '\u0000after'])('refuses U+0000: %j', (text) => {
    expect(findTextFault(text, LIMIT)).toEqual({ code: 'text_not_storable', reason: 'nul' })
  })

  it.each([
    ['a high one alone', '\ud842'],
    ['a low one alone', '\udfb7'],
    ['a high one before a letter', 'x\ud842y'],
    ['the two in the wrong order', '\udfb7\ud842'],
    ['a high one before a whole pair', `\ud842${ASTRAL}`],
  ])('refuses surrogates without partner: %s', (_, text) => {
    expect(findTextFault(text, LIMIT)).toEqual({ code: 'text_not_storable', reason: 'lone_surrogate' })
  })

  it('accepts what looks alarming and is not', () => {
    for (const text of ['', ' ', '\u0001', '\ufffd', '\uffff', '👨‍👩‍👧', 'e\u0301', '\u202e']) {
      expect(findTextFault(text, LIMIT)).toBeNull()
    }
  })

  it('takes time in proportion to the length', () => {
    // Processor time, so that other processes do not count; of many runs together, for its clock is coarse.
    const timeOf = (length: number) => {
      const text = ASTRAL.repeat(length)
      const start = process.cpuUsage()
      for (let run = 0; run < 8; run += 1) findTextFault(text, 1)
      const { user, system } = process.cpuUsage(start)
      return Math.max(user + system, 10_000)
    }
    timeOf(100_000)
    // Sixteen times the text: about 16 for linear, 256 for quadratic.
    expect(timeOf(3_200_000) / timeOf(200_000)).toBeLessThan(100)
  })
})

describe('the schemas of texts', () => {
  it('carry the fault with the issue', () => {
    const { error } = wellFormedText(3).safeParse('four')
    expect(error?.issues).toMatchObject([
      { message: 'text_too_long', params: { code: 'text_too_long', length: 4, limit: 3 } },
    ])
  })

  it('do not take blank for filled', () => {
    expect(wellFormedText(3).safeParse(' \n').success).toBe(true)
    expect(filledText(3).safeParse(' \n').error?.issues[0]?.message).toBe('text_blank')
    for (const unseen of ['\u200b', '\ufeff \u2060', '\u200d\ufe0f', '\u3164', '\u00ad', '\u2800', '\u202e'])
      expect(filledText(3).safeParse(unseen).error?.issues[0]?.message).toBe('text_blank')
    for (const seen of ['好', '.', '👩‍💻', '\u0301']) expect(filledText(9).safeParse(seen).data).toBe(seen)
  })

  it('hand the text on as it was', () => {
    const text = '  two  spaces \r\n'
    expect(filledText(40).parse(text)).toBe(text)
  })
})
