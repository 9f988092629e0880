import { expect, it } from 'vitest'
import { holdTarget, type ListAddress } from './hold-target'

const at = (seq: number | null): ListAddress => ({ seq, hasThread: false })
const withThread: ListAddress = { seq: null, hasThread: true }

it('shows the message that the address names', () => {
  expect(holdTarget(null, at(null), at(5))).toBe(5)
  expect(holdTarget(5, at(5), at(null))).toBeNull()
})

it('keeps its place while a thread opens, shows a reply, and closes', () => {
  expect(holdTarget(5, at(5), withThread)).toBe(5)
  expect(holdTarget(5, withThread, { seq: 9, hasThread: true })).toBe(5)
  expect(holdTarget(5, withThread, at(null))).toBe(5)
})

it('goes to another message from beside a thread', () => {
  expect(holdTarget(5, withThread, at(7))).toBe(7)
})
