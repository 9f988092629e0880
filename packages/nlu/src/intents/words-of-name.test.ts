import { expect, test } from 'vitest'
import { wordsOfName } from './words-of-name'

test('says what a name says in words, however it is written', () => {
  expect(wordsOfName('book_room')).toBe('book room')
  expect(wordsOfName('BookRoom')).toBe('book room')
  expect(wordsOfName('transport-taxi.call')).toBe('transport taxi call')
  expect(wordsOfName('flight#airfare')).toBe('flight airfare')
  expect(wordsOfName('订会议室')).toBe('订会议室')
})

test('says nothing of a number or an abbreviation', () => {
  expect(wordsOfName('i17')).toBeNull()
  expect(wordsOfName('42')).toBeNull()
  expect(wordsOfName('a-b')).toBeNull()
})
