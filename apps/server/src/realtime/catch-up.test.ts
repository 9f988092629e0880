import { until } from '@parley/testkit'
import { describe, expect, test } from 'vitest'
import { createCatchUp } from './catch-up'

const onError = (error: unknown) => {
  throw error
}

/** What a query says while nobody listens. */
const away = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })

describe('catching up', () => {
  test('tries until the database can be asked', async () => {
    let looks = 0
    const look = async () => {
      looks += 1
      if (looks < 4) throw away()
    }
    const catchUp = createCatchUp({ look, onError, pauseMs: 1 })
    catchUp.request()
    await until(() => looks === 4, 'the look that succeeds')
    catchUp.stop()
  })

  test('tells of a failure that is not the database’s, and goes on trying', async () => {
    let looks = 0
    const errors: unknown[] = []
    const look = async () => {
      looks += 1
      if (looks === 1) throw new TypeError('a mistake')
    }
    const catchUp = createCatchUp({ look, onError: (error) => errors.push(error), pauseMs: 1 })
    catchUp.request()
    await until(() => looks === 2, 'the second look')
    expect(errors).toEqual([new TypeError('a mistake')])
    catchUp.stop()
  })

  test('looks once for many losses, and once more for those during the look', async () => {
    const ends: (() => void)[] = []
    const catchUp = createCatchUp({ look: () => new Promise((resolve) => ends.push(resolve)), onError, pauseMs: 1 })
    catchUp.request()
    for (let loss = 0; loss < 50; loss += 1) catchUp.request()
    expect(ends).toHaveLength(1)
    ends[0]?.()
    await until(() => ends.length === 2, 'the second look')
    ends[1]?.()
    await new Promise((resolve) => setImmediate(resolve))
    expect(ends).toHaveLength(2)
    catchUp.request()
    expect(ends).toHaveLength(3)
  })

  test('ends when it is stopped', async () => {
    let looks = 0
    const look = async () => {
      looks += 1
      catchUp.stop()
      throw away()
    }
    const catchUp = createCatchUp({ look, onError, pauseMs: 1 })
    catchUp.request()
    await new Promise((resolve) => setImmediate(resolve))
    catchUp.request()
    expect(looks).toBe(1)
  })
})
