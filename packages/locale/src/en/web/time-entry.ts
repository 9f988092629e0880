/** Fields for days and times. */
export const timeEntry = {
  'web.time.clock': 'Time',
  'web.time.clockExample': '15:00',
  'web.time.dayExample': 'e.g. 5 Dec',
  'web.time.calendar': 'Calendar',
  'web.time.previousMonth': 'Previous month',
  'web.time.nextMonth': 'Next month',
} as const
