import { type CommandAnswer, type CommandInput, isNamedEmoji, ParleyError } from '@parley/protocol'
import { sql } from 'kysely'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { type Changing, changeMessage, refuseArchived } from './change-message'

/** Different emoji that one message takes. */
const LIMIT = 50

/** Members react once with each emoji; what is there already, or gone already, is no event. */
export function reactToMessage(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'messages.react'>,
): Promise<CommandAnswer<'messages.react'>> {
  return changeMessage(store, actor, input.messageId, async (changing) => {
    refuseArchived(changing.channel)
    const hasChanged = input.isAdded
      ? await addReaction(changing, actor, input)
      : await removeReaction(changing.rows, actor, input)
    if (!hasChanged) return
    changing.append(changing.channel.id, {
      type: 'message-reacted',
      messageId: input.messageId,
      userId: actor.userId,
      emoji: input.emoji,
      isAdded: input.isAdded,
    })
  })
}

type Reacting = Pick<CommandInput<'messages.react'>, 'messageId' | 'emoji'>

async function addReaction({ rows, lastSeq, channel }: Changing, actor: Actor, { messageId, emoji }: Reacting) {
  const { others } = await rows
    .selectFrom('reactions')
    .select(sql<number>`count(distinct emoji)`.as('others'))
    .where('message_id', '=', messageId)
    .where('emoji', '<>', emoji)
    .executeTakeFirstOrThrow()
  if (Number(others) >= LIMIT) throw new ParleyError('too_many_reactions', { limit: LIMIT })
  if (isNamedEmoji(emoji)) await requireThere(rows, { messageId, emoji })
  const added = await rows
    .insertInto('reactions')
    .values({
      message_id: messageId,
      user_id: actor.userId,
      workspace_id: actor.workspaceId,
      emoji,
      seq: lastSeq(channel.id) + 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Whoever has no picture for a name can join in, and begin nothing. */
async function requireThere(rows: Database, { messageId, emoji }: Reacting) {
  const there = await rows
    .selectFrom('reactions')
    .select('emoji')
    .where('message_id', '=', messageId)
    .where('emoji', '=', emoji)
    .limit(1)
    .executeTakeFirst()
  if (!there) throw new ParleyError('not_found', { kind: 'emoji', id: emoji })
}

async function removeReaction(rows: Database, actor: Actor, { messageId, emoji }: Reacting) {
  const removed = await rows
    .deleteFrom('reactions')
    .where('message_id', '=', messageId)
    .where('user_id', '=', actor.userId)
    .where('emoji', '=', emoji)
    .executeTakeFirst()
  return removed.numDeletedRows === 1n
}
