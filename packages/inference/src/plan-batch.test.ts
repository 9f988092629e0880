import { expect, test } from 'vitest'
import { DEFAULT_LIMITS, planBatch, type WaitingText } from './plan-batch'

const NOW_MS = 100_000

function waiting(key: string, tokenCount: number, more: Partial<WaitingText> = {}): WaitingText {
  return { key, tokenCount, priority: 'interactive', queuedAtMs: NOW_MS, ...more }
}

const plan = (texts: readonly WaitingText[]): string[] => planBatch(texts, DEFAULT_LIMITS, NOW_MS).map(({ key }) => key)

test('nothing waits, nothing is planned', () => {
  expect(plan([])).toEqual([])
})

test('interactive texts go before background ones, and not together with them', () => {
  expect(plan([waiting('passage', 5, { priority: 'background' }), waiting('message', 400)])).toEqual(['message'])
})

test('padded tokens stay within the bound, short texts first', () => {
  const texts = [waiting('long', 512), ...Array.from({ length: 200 }, (_, index) => waiting(`short${index}`, 20))]
  const planned = plan(texts)
  expect(planned).not.toContain('long')
  expect(planned).toHaveLength(Math.floor(2048 / 20))
})

test('a single text longer than the bound is still computed', () => {
  expect(plan([waiting('huge', 5000)])).toEqual(['huge'])
})

test('a long text that has waited too long goes before shorter ones', () => {
  const overdue = waiting('long', 512, { queuedAtMs: NOW_MS - 300 })
  const planned = plan([waiting('a', 5), waiting('b', 6), overdue, waiting('c', 500)])
  expect(planned).toContain('long')
  expect(planned).toContain('c')
})

test('background batches are small, so that an interactive text never waits long', () => {
  const texts = Array.from({ length: 50 }, (_, index) => waiting(`p${index}`, 100, { priority: 'background' }))
  expect(plan(texts)).toHaveLength(5)
})

test('a background text is not starved by people who talk without a pause', () => {
  const old = waiting('old', 30, { priority: 'background', queuedAtMs: NOW_MS - 6000 })
  const recent = waiting('recent', 30, { priority: 'background', queuedAtMs: NOW_MS - 100 })
  expect(plan([waiting('message', 10), old, recent])).toEqual(['message', 'old'])
})

test('duplicates of a chosen text come along for nothing, whoever asked', () => {
  const texts = [
    waiting('same', 512),
    waiting('same', 512),
    waiting('same', 512, { priority: 'background' }),
    ...Array.from({ length: 4 }, (_, index) => waiting(`other${index}`, 512)),
  ]
  const planned = plan(texts)
  expect(planned.filter((key) => key === 'same')).toHaveLength(3)
  expect(new Set(planned).size).toBe(4)
})

test('a batch that is worth a pass takes no longer texts that would make it mostly padding', () => {
  const short = Array.from({ length: 30 }, (_, index) => waiting(`short${index}`, 8))
  const long = Array.from({ length: 10 }, (_, index) => waiting(`long${index}`, 40))
  expect(plan([...long, ...short])).toEqual(short.map(({ key }) => key))
  // Five short ones are not worth it: they go with the others, as far as the batch is worth a pass.
  expect(plan([...long, ...short.slice(0, 5)]).length).toBeGreaterThan(5)
})
