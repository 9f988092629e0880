import { z } from 'zod'

const due = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'expected a date (2026-11-27) or a date and time with offset',
})

/** One message of a task set, with the tasks that a person finds in it. */
export const taskRow = z.object({
  now: z.iso.datetime({ offset: true, error: 'expected a date and time with offset (2026-11-23T09:00:00+08:00)' }),
  speaker: z.string(),
  lang: z.string().optional(),
  directory: z.array(z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()).default([]) })),
  text: z.string(),
  expect: z.object({
    tasks: z.array(
      z.object({
        title_keywords: z.array(z.string()),
        assignee: z.string().nullable().default(null),
        due: due.nullable().default(null),
      }),
    ),
  }),
})

export type TaskRow = z.output<typeof taskRow>
