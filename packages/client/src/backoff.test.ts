import { describe, expect, it } from 'vitest'
import { backoffMs } from './backoff'
import { newClientId } from './new-client-id'

describe('backoffMs', () => {
  const longest = (failures: number) => backoffMs(failures, () => 1)

  it('doubles from half a second to half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 1_000].map(longest)).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ])
  })

  it('spreads clients over three quarters of the time', () => {
    expect(backoffMs(3, () => 0)).toBe(500)
    expect(backoffMs(3, () => 0.5)).toBe(1_250)
  })
})

describe('newClientId', () => {
  it('is a random UUID of version 4, another one each time', () => {
    const ids = Array.from({ length: 1_000 }, newClientId)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
