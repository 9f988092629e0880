import type { Message } from '@parley/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GATHER_MS, HeardTogether } from './heard-together'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function listen() {
  const said: string[] = []
  const heard = new HeardTogether((messages) => said.push(messages.map(({ text }) => text).join(' ')))
  return { said, heard }
}

const messages = (...texts: readonly string[]) => texts.map((text) => ({ text }) as Message)

test('a message is said at once, and the next ones each, when they come one by one', () => {
  const { said, heard } = listen()
  heard.hear(messages('one'))
  expect(said).toEqual(['one'])
  vi.advanceTimersByTime(GATHER_MS)
  heard.hear(messages('two'))
  expect(said).toEqual(['one', 'two'])
})

test('what comes close behind is said together, and nothing twice', () => {
  const { said, heard } = listen()
  for (const text of ['one', 'two', 'three', 'four']) heard.hear(messages(text))
  expect(said).toEqual(['one'])
  vi.advanceTimersByTime(GATHER_MS)
  expect(said).toEqual(['one', 'two three four'])
  vi.advanceTimersByTime(3 * GATHER_MS)
  expect(said).toHaveLength(2)
})

test('a long burst is said once in each while, and the page that is left says nothing more', () => {
  const { said, heard } = listen()
  for (let at = 0; at < 30; at += 1) {
    heard.hear(messages(`${at}`))
    vi.advanceTimersByTime(GATHER_MS / 10)
  }
  expect(said.length).toBeLessThanOrEqual(4)
  const before = said.length
  heard.hear(messages('late'))
  heard.stop()
  vi.advanceTimersByTime(GATHER_MS)
  expect(said).toHaveLength(before)
})
