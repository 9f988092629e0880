import { expect, test } from 'vitest'
import { mixMessages } from './mix-messages'

const example = (text: string, label: string) => ({ text, labels: [label] })
const examples = [
  example('book a table for two.', 'book'),
  example('play some jazz', 'play'),
  example('will it rain tomorrow?', 'weather'),
  example('订一个会议室', 'book'),
  example('放一首歌', 'play'),
]

test('mixtures join examples of different labels and one language, with all their labels', () => {
  const mixtures = mixMessages(examples, { count: 40, seed: 1 })
  expect(mixtures.length).toBe(40)
  for (const { text, labels } of mixtures) {
    const parts = examples.filter((part) => text.includes(part.text.replace(/[.?]$/, '')))
    expect(parts.length).toBeGreaterThanOrEqual(2)
    expect([...labels].sort()).toEqual([...new Set(parts.flatMap((part) => part.labels))].sort())
    expect(/[a-z]/.test(text) && /\p{Script=Han}/u.test(text)).toBe(false)
  }
  expect(mixtures.some(({ labels }) => labels.length === 3)).toBe(true)
})

test('the same seed gives the same mixtures, another one others', () => {
  const texts = (seed: number) => mixMessages(examples, { count: 10, seed }).map(({ text }) => text)
  expect(texts(1)).toEqual(texts(1))
  expect(texts(2)).not.toEqual(texts(1))
})

test('examples of a single label are left as they are', () => {
  expect(mixMessages([example('play jazz', 'play')], { count: 2, seed: 1 }).map(({ text }) => text)).toEqual([
    'play jazz',
    'play jazz',
  ])
})
