import { expect, it } from 'vitest'
import { cutDocument, isShort } from './cut-document'

const text = 'One.\n\nTwo and three.\n\nFour.'
const joined = (parts: ReturnType<typeof cutDocument>) =>
  parts.map(({ before, quoted, after }) => before + quoted + after).join('')

it('loses nothing of the text, and marks the quote exactly', () => {
  const start = text.indexOf('and')
  const parts = cutDocument(text, start, start + 'and three'.length, true)
  expect(joined(parts)).toBe(text)
  expect(parts.map(({ quoted }) => quoted).join('')).toBe('and three')
})

it('marks a quote that reaches over paragraphs in each of them', () => {
  const parts = cutDocument(text, 0, text.length, true)
  expect(parts.map(({ quoted }) => quoted)).toEqual(['One.\n\n', 'Two and three.\n\n', 'Four.'])
})

it('shows only the part around the quote of a long document', () => {
  const long = 'word word\n\n'.repeat(50_000)
  const parts = cutDocument(long, 300_000, 300_004, false)
  expect(isShort(long)).toBe(false)
  expect(joined(parts).length).toBeLessThan(50_000)
  expect(parts.some(({ quoted }) => quoted !== '')).toBe(true)
})

it('shows a document without a quote from its beginning', () => {
  expect(joined(cutDocument(text, null, null, false))).toBe(text)
})
