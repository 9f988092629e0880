import { expect, it } from 'vitest'
import { reviewAfter } from './review-date'

it('falls on the same day of the month, or on its last', () => {
  expect(reviewAfter(3, new Date('2026-08-15T09:00:00Z'))).toBe('2026-11-15T12:00:00.000Z')
  expect(reviewAfter(1, new Date('2027-01-31T09:00:00Z'))).toBe('2027-02-28T12:00:00.000Z')
  expect(reviewAfter(12, new Date('2026-11-28T09:00:00Z'))).toBe('2027-11-28T12:00:00.000Z')
})
