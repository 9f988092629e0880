import { expect, it } from 'vitest'
import { reminderOf } from './reminder-of'

it.each([
  ['Asia/Shanghai', { date: '2026-12-01', time: '15:30' }, '2026-12-01T07:30:00.000Z'],
  ['Europe/Berlin', { date: '2026-07-01', time: '09:00' }, '2026-07-01T07:00:00.000Z'],
  ['Asia/Shanghai', { date: '2026-12-01' }, '2026-12-01T01:00:00.000Z'],
])('rings by the clocks of %s, in the morning where no time was named', (timeZone, when, dueAt) => {
  expect(reminderOf({ reminder: 'call Wei', ...when }, timeZone)).toEqual({ text: 'call Wei', dueAt })
})

it('cannot ring without a day', () => {
  expect(reminderOf({ reminder: 'call Wei', time: '09:00' }, 'UTC')).toBeNull()
})
