import { type CommandAnswer, type CommandInput, type Draft, FILES_A_MESSAGE, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMembership } from '../../policies/channel-policy'
import { requireThreadMembership } from '../../policies/thread-policy'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { findDraft, keepDraft } from '../../store/drafts'

type Input = CommandInput<'drafts.save'>

/** Keeps what somebody has begun to write and attached in a channel or a thread for their other devices. */
export async function saveDraft(
  { store }: Services,
  actor: Actor,
  input: Input,
): Promise<CommandAnswer<'drafts.save'>> {
  return store.write(actor.workspaceId, [actor.userId], async ({ rows, append }) => {
    await requirePlace(rows, actor, input)
    const before = await findDraft(rows, actor, input)
    const draft = changed(input, before, store.now())
    await requireUnsent(rows, actor, input.addedFileIds)
    await keepDraft(rows, actor, draft)
    await letGo(rows, actor, input, store.now())
    append(actor.userId, { type: 'draft-saved', draft })
    return { draft }
  })
}

async function requirePlace(rows: Database, actor: Actor, { channelId, threadId }: Input): Promise<void> {
  await requireMembership(rows, actor, channelId)
  if (!threadId) return
  const root = await requireThreadMembership(rows, actor, threadId)
  if (root.channel_id !== channelId) throw new ParleyError('not_found', { kind: 'message', id: root.id })
}

function changed({ channelId, threadId, text, ...files }: Input, before: Draft | undefined, now: Date): Draft {
  const fileIds = [...new Set([...(before?.fileIds ?? []), ...files.addedFileIds])]
  // Devices tell by it which text is the newer one, also where the clock was set back in between.
  const savedAt = new Date(Math.max(now.getTime(), before ? Date.parse(before.savedAt) + 1 : 0)).toISOString()
  return {
    ...{ channelId, threadId, savedAt },
    text: text ?? before?.text ?? '',
    fileIds: fileIds.filter((id) => !files.removedFileIds.includes(id)).slice(0, FILES_A_MESSAGE),
  }
}

/** One's own, complete, and neither sent nor dropped. */
async function requireUnsent(rows: Database, actor: Actor, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return
  const found = await rows
    .updateTable('files')
    .set({ unsent_since: null })
    .where('id', 'in', [...fileIds])
    .where('owner_id', '=', actor.userId)
    .where('completed_at', 'is not', null)
    .where('message_id', 'is', null)
    .where('dropped_at', 'is', null)
    .returning('id')
    .execute()
  const missing = fileIds.find((id) => !found.some((row) => row.id === id))
  if (missing) throw new ParleyError('not_found', { kind: 'file', id: missing })
}

/** From now on they wait as if they had just been uploaded: they may be on their way in a message. */
async function letGo(rows: Database, actor: Actor, { removedFileIds }: Input, now: Date): Promise<void> {
  if (removedFileIds.length === 0) return
  await rows
    .updateTable('files')
    .set({ unsent_since: now })
    .where('id', 'in', removedFileIds)
    .where('owner_id', '=', actor.userId)
    .where('message_id', 'is', null)
    .execute()
}
