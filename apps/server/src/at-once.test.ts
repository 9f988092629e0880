import { expect, it } from 'vitest'
import { AtOnce } from './at-once'

it('does so much at once, the rest in the order of its coming, and refuses what would wait too long', async () => {
  const doors: (() => void)[] = []
  const order: number[] = []
  const limit = new AtOnce({ atOnce: 2, maxWaiting: 1 })
  const work = (number: number) =>
    limit.take(() => {
      order.push(number)
      return new Promise<void>((resolve) => doors.push(resolve))
    })
  const [first, second, third] = [work(1), work(2), work(3)]
  await expect(work(4)).rejects.toMatchObject({ code: 'rate_limited', parameters: { retryAfterMs: 1_000 } })
  expect(order).toEqual([1, 2])
  doors[0]?.()
  await first
  await new Promise(setImmediate)
  expect(order).toEqual([1, 2, 3])
  for (const open of doors) open()
  await Promise.all([second, third])
})

it('goes on after work that fails', async () => {
  const limit = new AtOnce({ atOnce: 1, maxWaiting: 1 })
  const failing = limit.take(() => Promise.reject(new Error('no')))
  const next = limit.take(async () => 'yes')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('yes')
})
