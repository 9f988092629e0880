import { expect, it } from 'vitest'
import { continueList } from './continue-list'

function after(marked: string): string | null {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  const edit = continueList(text, caret)
  if (!edit) return null
  const changed = text.slice(0, edit.from) + edit.inserted + text.slice(edit.to)
  return `${changed.slice(0, edit.start)}|${changed.slice(edit.start)}`
}

it('goes on with points, numbers, boxes and quotations on a new line', () => {
  expect(after('- one|')).toBe('- one\n- |')
  expect(after('  * one|')).toBe('  * one\n  * |')
  expect(after('9. nine|')).toBe('9. nine\n10. |')
  expect(after('3) 三|')).toBe('3) 三\n4) |')
  expect(after('- [x] done|')).toBe('- [x] done\n- [ ] |')
  expect(after('> said|')).toBe('> said\n> |')
  expect(after('- one| two')).toBe('- one\n- | two')
})

it('ends the list at an empty item', () => {
  expect(after('- one\n- |')).toBe('- one\n|')
  expect(after('1. one\n2. |\nafter')).toBe('1. one\n|\nafter')
  expect(after('> |')).toBe('|')
})

it('has nothing to go on with elsewhere', () => {
  expect(after('words|')).toBeNull()
  expect(after('-3 degrees|')).toBeNull()
  expect(after('2026.11|')).toBeNull()
  expect(after('|')).toBeNull()
})
