import { z } from 'zod'

/** In years that a calendar, PostgreSQL and JavaScript write in the same way. */
const isWritable = (time: string) => {
  const year = new Date(time).getUTCFullYear()
  return year >= 1 && year <= 9999
}

export const Instant = z.iso
  .datetime({ offset: true })
  .refine(isWritable, { message: 'must be in the years 1 to 9999' })
  .meta({ description: 'RFC 3339 date and time' })
