import { expect, test } from 'vitest'
import { foldTraditional } from './fold-traditional'
import { normalise, normaliseWithOffsets } from './normalise'

test('width, invisible characters and white space are normalised, case is kept', () => {
  expect(normalise('  ＨＥllo　　世界\u200b，①\n')).toBe('HEllo 世界,1')
  expect(normalise('e\u0301te\ufe0f')).toBe('éte')
  expect(normalise('a\u0000b\ud800c')).toBe('abc')
  expect(normalise(' \t\n')).toBe('')
})

test('normalising twice changes nothing more', () => {
  const once = normalise(' Ｃａｆé\u0301　①②  ﷺ 請問… ')
  expect(normalise(once)).toBe(once)
})

test('offsets lead back to the original spans', () => {
  const original = ' 见　ＡＢＣ\u200bＤ 的文档 ①'
  const { text, offsets } = normaliseWithOffsets(original)
  const at = text.indexOf('ABCD')
  expect(original.slice(offsets[at], offsets[at + 4]).trim()).toBe('ＡＢＣ\u200bＤ')
  expect(offsets).toHaveLength(text.length + 1)
  expect(original.slice(offsets[text.indexOf('的')], offsets[text.indexOf('档')])).toBe('的文')
  expect(offsets.at(-1)).toBe(original.length)
})

test('traditional characters fold to simplified ones', () => {
  expect(foldTraditional('請問這個軟體怎麼用？abc')).toBe('请问这个软体怎么用？abc')
})
