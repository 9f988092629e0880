import type { MessageId, Poll, UserId } from '@parley/protocol'
import { type Selectable, sql } from 'kysely'
import type { Database } from './database'
import type { MessageTable } from './schema'

/** What is asked, as it stands in the card column of its message. */
export interface StoredPoll extends Pick<Poll, 'isMultiple' | 'isAnonymous' | 'closesAt' | 'closedAt'> {
  readonly options: readonly string[]
}

export interface PollDefinition extends StoredPoll {
  readonly messageId: MessageId
}

/** Who chose what in a poll: people by option. */
export type Votes = ReadonlyMap<number, readonly UserId[]>

export const NO_VOTES: Votes = new Map()

/** The poll of a message that has one and was not deleted. */
export function pollOf({ id, card, deleted_at }: Selectable<MessageTable>): PollDefinition | null {
  if (!card || deleted_at || !('poll' in card)) return null
  return { ...(card.poll as StoredPoll), messageId: id as MessageId }
}

/** As people see it: an anonymous one with counts alone. */
export function asPoll({ options, isMultiple, isAnonymous, closesAt, closedAt }: StoredPoll, votes: Votes): Poll {
  const counted = options.map((text, option) => {
    const voterIds = votes.get(option) ?? []
    return { text, count: voterIds.length, voterIds: isAnonymous ? [] : [...voterIds] }
  })
  return { options: counted, isMultiple, isAnonymous, closesAt, closedAt }
}

export async function storePoll(rows: Database, { messageId, ...poll }: PollDefinition): Promise<void> {
  const card = JSON.stringify({ poll })
  await rows.updateTable('messages').set({ card }).where('id', '=', messageId).execute()
}

/** People by id, so that everybody sees them in one order, whoever changes their mind. */
export async function readVotes(rows: Database, messageIds: readonly string[]): Promise<Map<string, Votes>> {
  const votes = new Map<string, Map<number, UserId[]>>()
  if (messageIds.length === 0) return votes
  const found = await rows
    .selectFrom('poll_votes')
    .select(['message_id', 'option', sql<UserId[]>`array_agg(user_id order by user_id)`.as('user_ids')])
    .where('message_id', 'in', [...messageIds])
    .groupBy(['message_id', 'option'])
    .execute()
  for (const row of found) {
    const ofMessage = votes.get(row.message_id) ?? new Map<number, UserId[]>()
    votes.set(row.message_id, ofMessage.set(row.option, row.user_ids))
  }
  return votes
}

export async function countVotes(rows: Database, { messageId, options }: PollDefinition): Promise<number[]> {
  const votes = (await readVotes(rows, [messageId])).get(messageId)
  return options.map((_, option) => votes?.get(option)?.length ?? 0)
}

/** What one person chose, ascending. */
export async function readChoices(rows: Database, messageId: string, userId: string): Promise<number[]> {
  const found = await rows
    .selectFrom('poll_votes')
    .select('option')
    .where('message_id', '=', messageId)
    .where('user_id', '=', userId)
    .orderBy('option')
    .execute()
  return found.map(({ option }) => option)
}
