import { UserId } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { nothingPending, stillPending, withPending } from './with-pending'

const me = UserId.parse('0197a000-0000-7000-8000-000000000001')
const tom = UserId.parse('0197a000-0000-7000-8000-000000000002')

describe('reactions that the server has not told yet', () => {
  it('are the very same list when nothing was clicked', () => {
    const reactions = [{ emoji: '👍', userIds: [tom] }]
    expect(withPending(reactions, nothingPending, me)).toBe(reactions)
  })

  it('join a known one, stand at the end when new, and go with the last person', () => {
    const reactions = [
      { emoji: '👍', userIds: [tom] },
      { emoji: '👀', userIds: [me] },
    ]
    const pending = new Map([
      ['👍', true],
      ['👀', false],
      ['🎉', true],
    ])
    expect(withPending(reactions, pending, me)).toEqual([
      { emoji: '👍', userIds: [tom, me] },
      { emoji: '🎉', userIds: [me] },
    ])
  })

  it('are waited for until the server agrees, so that a later change elsewhere is seen', () => {
    const pending = new Map([
      ['👍', true],
      ['👀', false],
    ])
    const left = stillPending(
      pending,
      [
        { emoji: '👍', userIds: [me] },
        { emoji: '👀', userIds: [me] },
      ],
      me,
    )
    expect([...left]).toEqual([['👀', false]])
    expect(stillPending(left, [{ emoji: '👀', userIds: [me] }], me)).toBe(left)
  })
})
