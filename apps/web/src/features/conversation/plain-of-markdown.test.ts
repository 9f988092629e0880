import { expect, test } from 'vitest'
import { plainOfMarkdown } from './plain-of-markdown'

/** What is between brackets was found; shown the same way. */
function shown(marked: string): string {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  const source = marked.replaceAll(/[⟦⟧]/g, '')
  const { text, ranges } = plainOfMarkdown(source, start < 0 ? [] : [{ start, end }])
  return ranges.reduceRight(
    (all, it) => `${all.slice(0, it.start)}⟦${all.slice(it.start, it.end)}⟧${all.slice(it.end)}`,
    text,
  )
}

test.each([
  ['we ⟦ship⟧ it', 'we ⟦ship⟧ it'],
  ['**we ⟦ship⟧ it** _today_', 'we ⟦ship⟧ it today'],
  ['**⟦重要⟧：**明天', '⟦重要⟧：明天'],
  ['see [the ⟦rules⟧](https://example.org/rules) now', 'see the ⟦rules⟧ now'],
  ['run `npm ⟦start⟧` first', 'run npm ⟦start⟧ first'],
  ['a \\* b &amp; ⟦c⟧', 'a * b & ⟦c⟧'],
  ['# Plan\n\n- one\n- ~~two~~ ⟦three⟧', 'Plan one two ⟦three⟧'],
  ['| Book | Copies |\n|-|-|\n| Sea | ⟦twelve⟧ |', 'Book Copies Sea ⟦twelve⟧'],
  ['```ts\nconst ⟦depth⟧ = 12\n```', 'const ⟦depth⟧ = 12'],
  ['![the ⟦pier⟧](https://example.org/a.png)', 'the ⟦pier⟧'],
  ['<b>⟦raw⟧</b>', '<b>⟦raw⟧</b>'],
  ['first\nsecond ⟦line⟧', 'first\nsecond ⟦line⟧'],
])('%s', (marked, plain) => {
  expect(shown(marked)).toBe(plain)
})

test('what stands in the address of a link is not marked, for nobody sees it', () => {
  expect(shown('see [the rules](https://example.org/⟦pier⟧)')).toBe('see the rules')
})

test('a match across marks is one', () => {
  expect(shown('⟦**Sea** level⟧ rises')).toBe('⟦Sea level⟧ rises')
})
