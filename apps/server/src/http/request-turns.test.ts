import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { RequestTurns } from './request-turns'

const busyFor = (ms: number) => {
  const until = performance.now() + ms
  while (performance.now() < until);
}

it('begins what comes at once in its order, and lets others have their turn between', async () => {
  const turns = new RequestTurns(2)
  const seen: (number | 'other')[] = []
  for (let at = 0; at < 6; at++) {
    turns.enter(() => {
      seen.push(at)
      busyFor(3)
    })
  }
  expect(seen).toEqual([0])
  // Comes later, and does not overtake.
  turns.enter(() => seen.push(6))
  while (!seen.includes(6)) {
    await nextTurn()
    seen.push('other')
  }
  expect(seen.filter((it) => it !== 'other')).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(seen.lastIndexOf('other', seen.indexOf(5))).toBeGreaterThan(seen.indexOf(1))
})

it('counts what a request does behind its own beginning for its time', async () => {
  const turns = new RequestTurns(2)
  const seen: string[] = []
  for (const name of ['first', 'second', 'third']) {
    turns.enter(() => {
      seen.push(name)
      if (name === 'first') busyFor(3)
      else void Promise.resolve().then(() => process.nextTick(() => busyFor(3)))
    })
  }
  while (!seen.includes('third')) {
    await nextTurn()
    seen.push('other')
  }
  expect(seen.slice(seen.indexOf('second'), seen.indexOf('third'))).toContain('other')
})

it('begins at once what comes alone', () => {
  const seen: string[] = []
  new RequestTurns().enter(() => seen.push('at once'))
  expect(seen).toEqual(['at once'])
})
