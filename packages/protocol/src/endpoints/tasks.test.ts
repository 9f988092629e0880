import { describe, expect, it } from 'vitest'
import { createTask, updateTask } from './tasks'

const dues = (due: string) => [
  createTask.body.safeParse({ title: 'Checklist', due }),
  updateTask.body.safeParse({ taskId: '019ab0b4-7e3c-7000-8000-000000000000', due }),
]

describe('the date that a task is due', () => {
  it.each(['1970-01-01', '2026-11-27', '2200-12-31', '2026-11-27T15:00:00+08:00'])('may be %s', (due) => {
    for (const parsed of dues(due)) expect(parsed.success).toBe(true)
  })

  it.each(['0000-01-01', '1969-12-31', '2201-01-01', '9999-12-31T23:59:59Z'])(
    'is refused as %s: nobody means that year',
    (due) => {
      for (const parsed of dues(due)) {
        expect(parsed.error?.issues).toMatchObject([
          { path: ['due'], message: 'the year must be between 1970 and 2200' },
        ])
      }
    },
  )

  it.each(['2026-02-30', 'tomorrow'])('is refused as %s: there is no such date', (due) => {
    for (const parsed of dues(due)) expect(parsed.error?.issues).toMatchObject([{ path: ['due'] }])
  })
})
