import { ParleyError } from '@parley/protocol'
import { beforeEach, describe, expect, it } from 'vitest'
import { createRateLimits, type RateLimits } from './rate-limits'

let nowMs: number
let limits: RateLimits
beforeEach(() => {
  nowMs = 1_000_000
  limits = createRateLimits({ now: () => new Date(nowMs), allowances: { ...small, sends: { burst: 3, perSecond: 2 } } })
})
const small = {
  asks: { burst: 1, perSecond: 1 },
  lookUps: { burst: 1, perSecond: 1 },
  searches: { burst: 1, perSecond: 1 },
  writes: { burst: 1, perSecond: 1 },
  uploads: { burst: 1, perSecond: 1 },
  sockets: { burst: 1, perSecond: 1 },
}

/** What a refusal says, or null where there is none. */
const refusalOf = (act: () => void) => {
  try {
    act()
  } catch (error) {
    if (error instanceof ParleyError) return { code: error.code, ...error.parameters }
    throw error
  }
  return null
}
const send = (userId = 'ada') => refusalOf(() => limits.admit('sends', userId))
const sendMany = (count: number, userId?: string) => Array.from({ length: count }, () => send(userId))

describe('a limit', () => {
  it('admits a burst, then refuses and says when the next may come', () => {
    expect(sendMany(3)).toEqual([null, null, null])
    expect(send()).toEqual({ code: 'rate_limited', retryAfterMs: 500 })
  })

  it('admits again when the time it named has passed, and not before', () => {
    sendMany(3)
    nowMs += 499
    expect(send()).toMatchObject({ retryAfterMs: 1 })
    nowMs += 1
    expect([send(), send()]).toEqual([null, { code: 'rate_limited', retryAfterMs: 500 }])
  })

  it('allows the named rate for as long as somebody likes', () => {
    sendMany(3)
    for (let second = 0; second < 100; second += 1) {
      nowMs += 1_000
      expect(sendMany(3)).toEqual([null, null, expect.objectContaining({ code: 'rate_limited' })])
    }
  })

  it('saves up no more than a burst', () => {
    sendMany(3)
    nowMs += 3_600_000
    expect(sendMany(4).filter(Boolean)).toHaveLength(1)
  })

  it('is each person’s own, and each kind’s', () => {
    sendMany(4, 'ada')
    expect(send('wei')).toBeNull()
    expect(refusalOf(() => limits.admit('asks', 'ada'))).toBeNull()
  })

  it('is not opened or closed for long by a clock that is set back', () => {
    sendMany(3)
    nowMs -= 3_600_000
    expect(send()).toEqual({ code: 'rate_limited', retryAfterMs: 500 })
    nowMs += 500
    expect(send()).toBeNull()
  })

  it('remembers a bounded number of people, and forgets those who have been quiet longest', () => {
    limits = createRateLimits({ now: () => new Date(nowMs), allowances: { ...small, sends: small.asks }, maxPeople: 2 })
    send('first')
    send('second')
    expect(send('first')).not.toBeNull()
    send('third')
    expect([send('first'), send('second')]).toEqual([expect.anything(), null])
  })
})

it('without allowances everything is admitted', () => {
  const off = createRateLimits({ now: () => new Date(nowMs), allowances: null })
  for (let count = 0; count < 10_000; count += 1) off.admit('sends', 'ada')
})
