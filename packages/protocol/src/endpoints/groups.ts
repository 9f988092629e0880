import { z } from 'zod'
import { command } from '../endpoint'
import { UserGroup } from '../entities'
import { UserGroupId, UserId } from '../ids'
import { nameText } from '../line-text'
import { isReservedName } from '../mentions'
import { wellFormedText } from '../well-formed-text'

/** Letters and digits of any script, with hyphens and underscores between: it has to be found in a running text. */
const Handle = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u, 'handle_invalid')
  .refine((handle) => !isReservedName(handle), 'handle_reserved')
  .meta({ description: '1 to 40 letters and digits, hyphens and underscores; what stands after the at sign' })

/** More would make one message call more people than anybody means to. */
const MOST_MEMBERS = 500

export const saveGroup = command('groups.save', {
  summary: 'Make a group of people who are called together, or change one; what is left out stays as it is',
  access: 'administrator',
  body: z.object({
    /** Left out: a new group, which needs handle and name. */
    groupId: UserGroupId.optional(),
    handle: Handle.optional(),
    name: nameText(80).optional(),
    description: wellFormedText(250).optional(),
    memberIds: z.array(UserId).max(MOST_MEMBERS).optional(),
  }),
  answer: z.object({ group: UserGroup }),
  errors: ['not_found', 'handle_taken', 'invalid_request', 'forbidden'],
})

export const archiveGroup = command('groups.archive', {
  summary: 'Put a group away, or bring it back: its handle calls nobody meanwhile, and may be taken',
  access: 'administrator',
  body: z.object({ groupId: UserGroupId, isArchived: z.boolean() }),
  answer: z.object({ group: UserGroup }),
  errors: ['not_found', 'handle_taken', 'forbidden'],
})
