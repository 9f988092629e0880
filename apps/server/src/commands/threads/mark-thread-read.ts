import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireThreadMembership } from '../../policies/thread-policy'
import type { Services } from '../../services'
import { readThreadState } from '../../store/thread-states'

/** Moves the read position in a thread forward. Who has nothing to do with the thread has no position in it. */
export async function markThreadRead(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'threads.markRead'>,
): Promise<CommandAnswer<'threads.markRead'>> {
  return store.write(actor.workspaceId, [actor.userId], async ({ rows, append }) => {
    const root = await requireThreadMembership(rows, actor, input.threadId)
    const readNumber = Math.min(input.replyNumber, root.reply_count)
    const moved = await rows
      .updateTable('thread_follows')
      .set({ read_number: readNumber })
      .where('thread_id', '=', root.id)
      .where('user_id', '=', actor.userId)
      .where('read_number', '<', readNumber)
      .executeTakeFirst()
    const thread = await readThreadState(rows, actor.userId, root)
    if (moved.numUpdatedRows > 0n) append(actor.userId, { type: 'thread-saved', thread })
    return { thread }
  })
}
