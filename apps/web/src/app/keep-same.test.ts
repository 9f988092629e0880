import { describe, expect, it } from 'vitest'
import { keepSame } from './keep-same'

describe('a list', () => {
  it('stays the very same while its elements are, and no longer', () => {
    const keep = keepSame<object>()
    const [one, other] = [{}, {}]
    const first = keep([one, other])
    expect(keep([one, other])).toBe(first)
    expect(keep([other, one])).toEqual([other, one])
    expect(keep([other])).toHaveLength(1)
    expect(keep([])).toEqual([])
  })
})
