import { expect, it } from 'vitest'
import { addMonths, monthWeeks, startOfWeek } from './month-weeks'

it('shows whole weeks from Monday, with days of the months beside', () => {
  const weeks = monthWeeks('2026-11-28')
  expect(weeks.map(([monday]) => monday)).toEqual([
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
  ])
  expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06')
})

it('needs four weeks where a February fits into them', () => {
  expect(monthWeeks('2027-02-10')).toHaveLength(4)
})

it('goes to the last day of a month that has no such day', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-12-31', 1)).toBe('2027-01-31')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
})

it('begins the week of a Sunday on the Monday before', () => {
  expect(startOfWeek('2026-11-29')).toBe('2026-11-23')
})
