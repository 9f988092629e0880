import { z } from 'zod'
import { query } from '../endpoint'
import { UserId } from '../ids'
import { MOST_WATCHED, PersonPresence } from '../presence'

/** A query string holds one text: ids with commas between them. */
const UserIds = z
  .string()
  .max(MOST_WATCHED * 37)
  .transform((text) => text.split(',').filter((id) => id !== ''))
  .pipe(z.array(UserId).max(MOST_WATCHED))

export const readPresence = query('users.presence', {
  summary: 'Who of these people is active, away or offline; people whom you may not see are left out',
  access: 'signed-in',
  input: z.object({ userIds: UserIds }),
  answer: z.object({ people: z.array(PersonPresence) }),
  errors: [],
})
