import { describe, expect, it } from 'vitest'
import { until } from './until'

/** A number that tells its listeners when it is set. */
function counter() {
  const target = new EventTarget()
  let value = 0
  let listening = 0
  return {
    get: () => value,
    listening: () => listening,
    set: (next: number) => {
      value = next
      target.dispatchEvent(new Event('change'))
    },
    subscribe: (listener: () => void) => {
      listening += 1
      target.addEventListener('change', listener)
      return () => {
        listening -= 1
        target.removeEventListener('change', listener)
      }
    },
  }
}

describe('until', () => {
  it('waits through changes that do not bring it about, then stops listening', async () => {
    const { get, set, subscribe, listening } = counter()
    let isDone = false
    const done = until(subscribe, () => get() === 2).then(() => {
      isDone = true
    })
    set(1)
    await Promise.resolve()
    expect([isDone, listening()]).toEqual([false, 1])
    set(2)
    await done
    expect([isDone, listening()]).toEqual([true, 0])
  })

  it('does not listen for what is so already', async () => {
    const { get, subscribe, listening } = counter()
    await until(subscribe, () => get() === 0)
    expect(listening()).toBe(0)
  })
})
