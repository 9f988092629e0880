import { z } from 'zod'
import { UserId } from './ids'
import { Instant } from './instant'

/** Something to choose in a poll, and how many did. */
export const PollOption = z.object({
  text: z.string(),
  count: z.int(),
  /** Who chose it, by id; empty where the poll is anonymous. */
  voterIds: z.array(UserId),
})
export type PollOption = z.infer<typeof PollOption>

/** What a message carries that asks people to choose; its text is the question. */
export const Poll = z.object({
  options: z.array(PollOption),
  /** Whether one person may choose several. */
  isMultiple: z.boolean(),
  /** Nobody, administrators included, is told who chose what. */
  isAnonymous: z.boolean(),
  /** From then on nobody can vote, without an event that says so. */
  closesAt: Instant.nullable(),
  /** When somebody closed it. */
  closedAt: Instant.nullable(),
})
export type Poll = z.infer<typeof Poll>
