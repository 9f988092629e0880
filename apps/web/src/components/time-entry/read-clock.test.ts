import { expect, it } from 'vitest'
import { readClock } from './read-clock'

it.each([
  ['9', '09:00'],
  ['9:05', '09:05'],
  ['930', '09:30'],
  ['15.20', '15:20'],
  ['3 pm', '15:00'],
  ['12am', '00:00'],
  ['12 p.m.', '12:00'],
  ['９：３０', '09:30'],
  ['下午3点', '15:00'],
  ['上午9点', '09:00'],
  ['2026', '20:26'],
  ['晚上8点半', '20:30'],
  ['中午12点', '12:00'],
  ['中午11点半', '11:30'],
  ['15时20分', '15:20'],
])('reads %s as %s', (words, time) => {
  expect(readClock(words)).toBe(time)
})

it.each(['', 'noon', '24:00', '9:60', '-1'])('reads no time in “%s”', (words) => {
  expect(readClock(words)).toBeNull()
})
