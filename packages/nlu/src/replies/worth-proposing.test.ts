import { describe, expect, it } from 'vitest'
import { isWorthProposing } from './worth-proposing'

const before = [
  { author: 'ann', conversation: 'keys' },
  { author: 'ben', conversation: 'lunch' },
  { author: 'ann', conversation: 'lunch' },
]
const found = (answers: number | null, confidence = 0.9) => ({ answers, confidence })

describe('what a line answers', () => {
  it('is worth saying across another conversation', () => {
    expect(isWorthProposing('cid', before, found(0))).toBe(true)
  })

  it('is seen by everybody where nothing else was said in between', () => {
    expect([1, 2].map((at) => isWorthProposing('cid', before, found(at)))).toEqual([false, false])
  })

  it('is not said of one’s own lines, nor with doubts, nor where it answers nothing', () => {
    expect(isWorthProposing('ann', before, found(0))).toBe(false)
    expect(isWorthProposing('cid', before, found(0, 0.64))).toBe(false)
    expect(isWorthProposing('cid', before, found(null))).toBe(false)
  })
})
