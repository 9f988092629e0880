import { expect, test } from 'vitest'
import { lineText, nameText } from './line-text'

test.each([
  ['Ann\u202e', 'Ann'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['\u2066王伟\u2069', '王伟'],
  ['two\r\nlines\tand more', 'two lines and more'],
  ['👨‍👩‍👧 family', '👨‍👩‍👧 family'],
  ['می‌خواهم', 'می‌خواهم'],
  ['  spaces  stay ', '  spaces  stay '],
])('%j is the line %j', (given, line) => {
  expect(nameText(80).parse(given)).toBe(line)
  expect(lineText(80).parse(given)).toBe(line)
})

test.each([
  ['Da\u200bniel', 'Daniel'],
  ['Dan\u200diel', 'Daniel'],
  ['\u200d王\u200c伟', '王伟'],
  ['ge\u00adneral\u3164', 'general'],
  ['Ann\u{e0041}', 'Ann'],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿 fans', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 fans'],
])('what cannot be seen tells no name from another: %j is called %j', (given, name) => {
  expect(nameText(80).parse(given)).toBe(name)
})

test.each(['\u2800', '\u3164 ', '\u200b', '\u2060 \u200d', '\u202e', ' \n', '\ufeff'])(
  'nothing is seen of %j, so it is no name',
  (text) => {
    expect(nameText(80).safeParse(text).error?.issues[0]?.message).toBe('text_blank')
  },
)

test('the limit and what cannot be stored are those of every text', () => {
  expect(nameText(3).safeParse('four').error?.issues[0]?.message).toBe('text_too_long')
  expect(lineText(3).safeParse('a\u0000').error?.issues[0]?.message).toBe('text_not_storable')
})
