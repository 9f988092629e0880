import { expect, it } from 'vitest'
import { formatOfKey } from './format-keys'

const pressed = (code: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

it('knows the keys by their place, with Ctrl or ⌘', () => {
  expect(formatOfKey(pressed('KeyB', { ctrlKey: true }), false)).toBe('bold')
  expect(formatOfKey(pressed('KeyX', { metaKey: true, shiftKey: true }), false)).toBe('strike')
  expect(formatOfKey(pressed('KeyC', { ctrlKey: true, shiftKey: true, altKey: true }), false)).toBe('codeBlock')
})

it('leaves plain letters, cutting and copying alone', () => {
  expect(formatOfKey(pressed('KeyB'), true)).toBeNull()
  expect(formatOfKey(pressed('KeyX', { ctrlKey: true }), true)).toBeNull()
  expect(formatOfKey(pressed('KeyC', { ctrlKey: true }), true)).toBeNull()
  // AltGr on Windows is Ctrl and Alt.
  expect(formatOfKey(pressed('KeyB', { ctrlKey: true, altKey: true }), true)).toBeNull()
})

it('makes a link with K of selected words only: without any, K goes anywhere', () => {
  expect(formatOfKey(pressed('KeyK', { ctrlKey: true }), true)).toBe('link')
  expect(formatOfKey(pressed('KeyK', { ctrlKey: true }), false)).toBeNull()
})
