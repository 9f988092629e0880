import { expect, test } from 'vitest'
import { withOwnExamples } from './with-own-examples'

test('a workspace’s own word on a text replaces the shipped one, also where it is written differently', () => {
  const shipped = [
    { text: 'Book a room', intent: 'book_room' },
    { text: '订一间会议室', intent: 'book_room' },
    { text: 'thanks', intent: 'thank' },
  ]
  const own = [
    { text: ' book  a ROOM', intent: 'travel' },
    { text: '订一间会议室', intent: null },
  ]
  expect(withOwnExamples(shipped, own)).toEqual([{ text: 'thanks', intent: 'thank' }, ...own])
})
