import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireThreadMembership } from '../../policies/thread-policy'
import type { Services } from '../../services'
import { readThreadState } from '../../store/thread-states'

/** From now on the person is told of replies, or no longer. What was said before they follow counts as read. */
export async function followThread(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'threads.follow'>,
): Promise<CommandAnswer<'threads.follow'>> {
  return store.write(actor.workspaceId, [actor.userId], async ({ rows, append }) => {
    const root = await requireThreadMembership(rows, actor, input.threadId)
    await rows
      .insertInto('thread_follows')
      .values({
        thread_id: root.id,
        user_id: actor.userId,
        workspace_id: actor.workspaceId,
        channel_id: root.channel_id,
        is_following: input.isFollowing,
        read_number: root.reply_count,
      })
      .onConflict((conflict) =>
        conflict.columns(['thread_id', 'user_id']).doUpdateSet({ is_following: input.isFollowing }),
      )
      .execute()
    const thread = await readThreadState(rows, actor.userId, root)
    append(actor.userId, { type: 'thread-saved', thread })
    return { thread }
  })
}
