import { type CommandAnswer, type CommandInput, type MessageCard, ParleyError } from '@parley/protocol'
import { sql } from 'kysely'
import type { Actor } from '../../actor'
import { requireMembership } from '../../policies/channel-policy'
import type { Services } from '../../services'
import { findMessage } from '../messages/find-message'

/** A document that the reply cites was looked at; noted with the question, without by whom. */
export async function openSource(
  { store: { rows } }: Services,
  actor: Actor,
  { messageId, documentId }: CommandInput<'questions.openSource'>,
): Promise<CommandAnswer<'questions.openSource'>> {
  const message = await findMessage(rows, actor, messageId)
  await requireMembership(rows, actor, message.channel_id)
  const card = message.card as MessageCard | null
  const isCited = card && 'citations' in card && card.citations.some((cited) => cited.documentId === documentId)
  if (!isCited) throw new ParleyError('not_found', { kind: 'document', id: documentId })
  if (!card.repliesTo) return {}
  await rows
    .updateTable('questions')
    .set({ opened_ids: sql<string[]>`array_append(opened_ids, ${documentId}::uuid)` })
    .where('message_id', '=', card.repliesTo)
    .where(sql<boolean>`not (opened_ids @> array[${documentId}::uuid])`)
    .execute()
  return {}
}
