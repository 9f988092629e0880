import { expect, it } from 'vitest'
import { versionsOf } from './versions-of'

const message = { text: 'third', createdAt: '2026-11-23T09:00:00Z', editedAt: '2026-11-23T11:00:00Z' }

it('dates every form of a message by when it was written, newest first', () => {
  const revisions = [
    { text: 'first', replacedAt: '2026-11-23T10:00:00Z' },
    { text: 'second', replacedAt: '2026-11-23T11:00:00Z' },
  ]
  expect(versionsOf(message, revisions)).toEqual([
    { text: 'third', at: '2026-11-23T11:00:00Z' },
    { text: 'second', at: '2026-11-23T10:00:00Z' },
    { text: 'first', at: '2026-11-23T09:00:00Z' },
  ])
})

it('has one form where none is kept', () => {
  expect(versionsOf(message, [])).toEqual([{ text: 'third', at: '2026-11-23T11:00:00Z' }])
})
