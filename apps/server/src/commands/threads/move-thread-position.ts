import type { CommandAnswer, CommandInput, MessageId } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireThreadMembership } from '../../policies/thread-policy'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { readThreadState } from '../../store/thread-states'
import type { Write } from '../../store/write'

/** Moves the read position in a thread forward. Who has nothing to do with the thread has no position in it. */
export async function markThreadRead(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'threads.markRead'>,
): Promise<CommandAnswer<'threads.markRead'>> {
  return store.write(actor.workspaceId, [actor.userId], async (write) => {
    const root = await requireThreadMembership(write.rows, actor, input.threadId)
    const readNumber = Math.min(input.replyNumber, root.reply_count)
    const moved = await followOf(write.rows, actor, root.id)
      .set({ read_number: readNumber })
      .where('read_number', '<', readNumber)
      .executeTakeFirst()
    return announce(write, actor, input.threadId, moved.numUpdatedRows > 0n)
  })
}

/** Back, so that this reply and all after it are unread. */
export async function markThreadUnread(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'threads.markUnread'>,
): Promise<CommandAnswer<'threads.markUnread'>> {
  return store.write(actor.workspaceId, [actor.userId], async (write) => {
    const root = await requireThreadMembership(write.rows, actor, input.threadId)
    const moved = await followOf(write.rows, actor, root.id)
      .set({ read_number: input.replyNumber - 1 })
      .where('read_number', '>=', input.replyNumber)
      .executeTakeFirst()
    return announce(write, actor, input.threadId, moved.numUpdatedRows > 0n)
  })
}

const followOf = (rows: Database, actor: Actor, threadId: MessageId) =>
  rows.updateTable('thread_follows').where('thread_id', '=', threadId).where('user_id', '=', actor.userId)

/** The row was changed and is locked: replies that are counted now are those that moved it before. */
async function announce({ rows, append }: Write, actor: Actor, threadId: MessageId, isMoved: boolean) {
  const thread = await readThreadState(rows, actor.userId, await requireThreadMembership(rows, actor, threadId))
  if (isMoved) append(actor.userId, { type: 'thread-saved', thread })
  return { thread }
}
