import { expect, it } from 'vitest'
import { type Entry, findFault } from './find-fault'

const entry = (part: Partial<Entry>): Entry => ({
  value: '',
  type: 'text',
  isRequired: false,
  minLength: 0,
  isUnreadable: false,
  ...part,
})

it.each([
  ['nothing where something is needed', { isRequired: true }, { kind: 'missing' }],
  ['blanks where something is needed', { isRequired: true, value: '  ' }, { kind: 'missing' }],
  ['no address', { type: 'email', value: 'grace@' }, { kind: 'email' }],
  ['a password that is too short', { minLength: 10, value: 'nine char' }, { kind: 'short', limit: 10, length: 9 }],
  ['half a date', { type: 'date', isUnreadable: true }, { kind: 'unreadable' }],
])('finds %s', (_, part, fault) => {
  expect(findFault(entry(part))).toEqual(fault)
})

it.each([
  ['nothing where nothing is needed', { minLength: 10 }],
  ['an address with a blank behind it', { type: 'email', value: 'grace@example.org ' }],
  ['an empty optional address', { type: 'email' }],
  ['a password of ten characters outside of the first plane', { minLength: 10, value: '𠮷'.repeat(10) }],
])('finds no fault in %s', (_, part) => {
  expect(findFault(entry(part))).toBeNull()
})

it('counts characters as people do: five are not ten, though they take ten units', () => {
  expect(findFault(entry({ minLength: 10, value: '𠮷'.repeat(5) }))).toEqual({ kind: 'short', limit: 10, length: 5 })
})
