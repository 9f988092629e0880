import { type CommandAnswer, type CommandInput, type LabelKind, type MessageLabel, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireReadable } from '../../policies/channel-policy'
import { requireMayLabel } from '../../policies/label-policy'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { Database } from '../../store/database'
import { readLabelValues } from '../../store/label-values'
import { asLabel, readLabel } from '../../store/message-labels'
import { findMessage } from '../messages/find-message'

/** Whoever may read a message may say what it is; the last word counts, and the log keeps all. */
export function labelMessage(
  { store }: Services,
  actor: Actor,
  { messageId, kind, value }: CommandInput<'messages.label'>,
): Promise<CommandAnswer<'messages.label'>> {
  return store.write(actor.workspaceId, [], async ({ rows }) => {
    const message = await requireLabelled(rows, actor, messageId)
    if (value !== null) await requireKnown(rows, actor, kind, value)
    const previous = await readLabel(rows, messageId, kind)
    const given = { value, labelled_by: actor.userId, labelled_at: store.now() }
    const row = await rows
      .insertInto('message_labels')
      .values({ message_id: messageId, kind, workspace_id: actor.workspaceId, ...given })
      .onConflict((conflict) => conflict.columns(['message_id', 'kind']).doUpdateSet(given))
      .returningAll()
      .executeTakeFirstOrThrow()
    const label = asLabel(row)
    await recordAudit(rows, actor, store.now(), { kind: 'message-labelled', ...subjectOf(message, label) })
    return { label, previous }
  })
}

export function unlabelMessage(
  { store }: Services,
  actor: Actor,
  { messageId, kind }: CommandInput<'messages.unlabel'>,
): Promise<CommandAnswer<'messages.unlabel'>> {
  return store.write(actor.workspaceId, [], async ({ rows }) => {
    const message = await requireLabelled(rows, actor, messageId)
    const previous = await readLabel(rows, messageId, kind)
    if (!previous) return { previous }
    await rows.deleteFrom('message_labels').where('message_id', '=', messageId).where('kind', '=', kind).execute()
    await recordAudit(rows, actor, store.now(), { kind: 'message-unlabelled', ...subjectOf(message, previous) })
    return { previous }
  })
}

async function requireLabelled(rows: Database, actor: Actor, messageId: string) {
  const message = await findMessage(rows, actor, messageId)
  await requireReadable(rows, actor, message.channel_id)
  await requireMayLabel(rows, actor)
  return message
}

async function requireKnown(rows: Database, actor: Actor, kind: LabelKind, value: string): Promise<void> {
  const known = await readLabelValues(rows, actor.workspaceId)
  if (!known[kind].includes(value)) throw new ParleyError('unknown_label', { kind, value })
}

/** What was said stays with the message: whoever reads the log may not be one of its readers. */
const subjectOf = (
  message: { readonly id: string; readonly author_id: string; readonly channel_id: string },
  label: MessageLabel,
) => ({
  userId: message.author_id,
  messageId: message.id,
  channelId: message.channel_id,
  subject: { id: message.id, name: label.kind },
})
