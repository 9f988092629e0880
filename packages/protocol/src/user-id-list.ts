import { z } from 'zod'
import { UserId } from './ids'

/** A query string holds one text: ids with commas between them. */
export const userIdList = (most: number) =>
  z
    .string()
    .max(most * 37)
    .transform((text) => text.split(',').filter((id) => id !== ''))
    .pipe(z.array(UserId).max(most))
