import { expect, test } from 'vitest'
import { highlightInSteps, type TextRange } from './highlight'

function highlight(text: string, words: ReadonlySet<string>, phrases: readonly string[]) {
  const marking = highlightInSteps(text, words, phrases)
  for (let steps = 1; ; steps += 1) {
    const step = marking.next()
    if (step.done) return { ranges: step.value as TextRange[], steps }
  }
}

const marked = (text: string, words: readonly string[], phrases: readonly string[] = []) =>
  highlight(text, new Set(words), phrases).ranges.map(({ start, end }) => text.slice(start, end))

test('marks words in all their forms, and joins those that touch', () => {
  expect(marked('We deployed; the deployments ran', ['deploi'])).toEqual(['deployed', 'deployments'])
  expect(marked('《人工智能基础》到货', ['人工', '工智', '智能'])).toEqual(['人工智能'])
  expect(marked('nothing here', ['else'])).toEqual([])
})

test('marks phrases where they stand, whatever their form', () => {
  expect(marked('The  Release Plan and a release', [], ['release plan'])).toEqual(['Release Plan'])
  expect(marked('請更新軟件', [], ['软件'])).toEqual(['軟件'])
  expect(marked('any', [], [''])).toEqual([])
})

test.each(Array.from({ length: 40 }, (_, at) => 1_380 + at * 17))(
  'marks a long text window by window, and what stands across two of them (%i)',
  (at) => {
    const text = `${'x'.repeat(at)} catalogue of the release plan ${'y '.repeat(8_000)}the release plan`
    const { ranges, steps } = highlight(text, new Set(['cat']), ['release plan'])
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['release plan', 'release plan'])
    expect(steps).toBeGreaterThan(10)
  },
)

test('marks every sign of a long Chinese text once', () => {
  const text = '请假流程，'.repeat(8_000)
  expect(marked(text, ['请假', '假流', '流程'])).toEqual(Array.from({ length: 8_000 }, () => '请假流程'))
})
