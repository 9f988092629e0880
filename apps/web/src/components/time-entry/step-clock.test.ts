import { expect, it } from 'vitest'
import { stepClock } from './step-clock'

it('goes by quarters of an hour, from between them to the next, and over midnight', () => {
  expect(stepClock('09:00', 1)).toBe('09:15')
  expect(stepClock('09:07', 1)).toBe('09:15')
  expect(stepClock('09:07', -1)).toBe('09:00')
  expect(stepClock('23:45', 1)).toBe('00:00')
  expect(stepClock('00:00', -1)).toBe('23:45')
  expect(stepClock('', 1)).toBe('09:00')
})
