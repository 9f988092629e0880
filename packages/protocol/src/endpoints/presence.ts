import { z } from 'zod'
import { query } from '../endpoint'
import { MOST_WATCHED, PersonPresence } from '../presence'
import { userIdList } from '../user-id-list'

export const readPresence = query('users.presence', {
  summary: 'Who of these people is active, away or offline; people whom you may not see are left out',
  access: 'signed-in',
  input: z.object({ userIds: userIdList(MOST_WATCHED) }),
  answer: z.object({ people: z.array(PersonPresence) }),
  errors: [],
})
