import { expect, it } from 'vitest'
import { messageActionTable, runOfKey } from './message-action-table'

it('gives every action that the help names a key of its own', () => {
  const codes = messageActionTable.flatMap((action) => ('help' in action ? action.code : []))
  expect(codes.length).toBeGreaterThan(3)
  expect(new Set(codes).size).toBe(codes.length)
})

it('keeps the keys that walk through messages and lead to the composer free', () => {
  const codes: readonly (string | null)[] = messageActionTable.map(({ code }) => code)
  for (const taken of ['KeyJ', 'KeyK', 'KeyC']) expect(codes).not.toContain(taken)
})

it('does by key what is open to the reader, and nothing else', () => {
  const reply = () => undefined
  expect(runOfKey('KeyR', { reply })).toBe(reply)
  expect(runOfKey('KeyE', { reply })).toBeUndefined()
  expect(runOfKey('KeyZ', { reply })).toBeUndefined()
})

it('takes back by the same key what was done by it', () => {
  const unpin = () => undefined
  expect(runOfKey('KeyP', { unpin })).toBe(unpin)
})
