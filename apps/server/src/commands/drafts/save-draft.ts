import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMembership } from '../../policies/channel-policy'
import { requireThreadMembership } from '../../policies/thread-policy'
import type { Services } from '../../services'
import { keepDraft, lastSavedAt } from '../../store/drafts'

/** Keeps what somebody has begun to write in a channel or a thread for their other devices. */
export async function saveDraft(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'drafts.save'>,
): Promise<CommandAnswer<'drafts.save'>> {
  return store.write(actor.workspaceId, [actor.userId], async ({ rows, append }) => {
    await requireMembership(rows, actor, input.channelId)
    if (input.threadId) {
      const root = await requireThreadMembership(rows, actor, input.threadId)
      if (root.channel_id !== input.channelId) throw new ParleyError('not_found', { kind: 'message', id: root.id })
    }
    // Devices tell by it which text is the newer one, also where the clock was set back in between.
    const savedAt = new Date(Math.max(store.now().getTime(), (await lastSavedAt(rows, actor, input)) + 1)).toISOString()
    const draft = { ...input, savedAt }
    await keepDraft(rows, actor, draft)
    append(actor.userId, { type: 'draft-saved', draft })
    return { draft }
  })
}
