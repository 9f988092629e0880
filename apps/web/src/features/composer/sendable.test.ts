import { MESSAGE_TEXT_LIMIT } from '@parley/protocol'
import { expect, it } from 'vitest'
import { sendable } from './sendable'

const done = { status: 'ready' } as const
const failed = { status: 'failed' } as const

it('is what has words or files, all of them there', () => {
  expect(sendable('  ', [])).toMatchObject({ canSend: false, canWait: false })
  expect(sendable('hello', [])).toMatchObject({ canSend: true, canWait: true })
  expect(sendable('', [done])).toMatchObject({ canSend: true, canWait: false })
  expect(sendable('hello', [done, failed])).toMatchObject({ canSend: false })
})

it('waits for no time where it is a command', () => {
  expect(sendable('/leave', [])).toMatchObject({ canSend: true, canWait: false })
})

it('counts what is too long in characters, not in halves of them', () => {
  expect(sendable('🐟'.repeat(MESSAGE_TEXT_LIMIT), []).excess).toBe(0)
  expect(sendable(`${'a'.repeat(MESSAGE_TEXT_LIMIT)}bc`, [])).toMatchObject({ excess: 2, canSend: false })
})
