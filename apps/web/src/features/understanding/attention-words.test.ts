import { expect, it } from 'vitest'
import { mostLookedAt, pieceText } from './attention-words'

it('reads a piece without its mark for a space, and a space alone as one that can be seen', () => {
  expect(['▁room', 'room', '▁', '</s>'].map(pieceText)).toEqual(['room', 'room', '␣', '</s>'])
})

it('names the places that are looked at most, and none that is not looked at', () => {
  expect(mostLookedAt([10, 500, 0, 90, 400, 0])).toEqual([1, 4, 3, 0])
  expect(mostLookedAt([0, 1000, 0])).toEqual([1])
})
