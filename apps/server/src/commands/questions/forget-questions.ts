import type { CommandAnswer } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'

/** Somebody has the log forget what they asked; their messages stay theirs. */
export async function forgetQuestions({ store }: Services, actor: Actor): Promise<CommandAnswer<'questions.forget'>> {
  const { numDeletedRows } = await store.rows
    .deleteFrom('questions')
    .where('workspace_id', '=', actor.workspaceId)
    .where('asker_id', '=', actor.userId)
    .executeTakeFirst()
  return { forgotten: Number(numDeletedRows) }
}
