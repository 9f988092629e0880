import type { QuestionId } from '@parley/protocol'
import { v5 as uuidv5 } from 'uuid'
import type { CurationReader } from '../queries/nearest-answers'
import type { Database } from '../store/database'
import type { Said, StoredReply } from './converse'

/** Names the log's entries after what they answer: a question that is answered again is noted once. */
const QUESTION_NAMESPACE = '0192f6c1-9d0e-7c55-8c5c-5f3f0a3c7d12'
/** Whoever asks for a person so soon after a question was not helped by its answer. */
const HAND_OVER_MS = 10 * 60_000

/** What a question is noted under. */
export const questionIdOf = ({ actor, cause }: Pick<Said, 'actor' | 'cause'>): QuestionId =>
  uuidv5(`${actor.userId} ${cause}`, QUESTION_NAMESPACE) as QuestionId

/**
 * Notes that something was asked and what became of it. Its words stay in the message; what it means is kept of a
 * question in a public channel alone.
 */
export async function noteQuestion(reader: CurationReader, said: Said, reply: StoredReply): Promise<void> {
  const { rows, now } = reader
  const { userId, workspaceId } = said.actor
  if (reply.kind === 'handoff') return noteHandOver(reader, userId)
  if (!reply.query && !reply.confirmed) return
  const place = await placeOf(rows, said)
  if (place === null) return
  const isPublic = place === 'public'
  const sketched = isPublic ? await reader.sketchQuestions([said.text]) : { encoderId: null, vectors: [] }
  await rows
    .insertInto('questions')
    .values({
      ...{
        id: questionIdOf(said),
        workspace_id: workspaceId,
        asker_id: userId,
        place,
      },
      message_id: said.place.kind === 'channel' ? said.place.messageId : null,
      language: reply.language,
      outcome: reply.confirmed ? 'confirmed' : reply.kind === 'answer' ? 'answered' : 'unknown',
      confidence: reply.confidence,
      document_ids: reply.kind === 'answer' ? reply.citations.map(({ documentId }) => documentId) : [],
      answer_id: reply.confirmed?.answerId ?? null,
      ...{ vector: sketched.vectors[0] ?? null, encoder_id: sketched.encoderId, asked_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function noteHandOver({ rows, now }: CurationReader, askerId: string): Promise<void> {
  const latest = await rows
    .selectFrom('questions')
    .select('id')
    .where('asker_id', '=', askerId)
    .where('asked_at', '>', new Date(now.getTime() - HAND_OVER_MS))
    .orderBy('asked_at', 'desc')
    .executeTakeFirst()
  if (latest) await rows.updateTable('questions').set({ is_handed_over: true }).where('id', '=', latest.id).execute()
}

/** null: its message was deleted meanwhile. */
async function placeOf(rows: Database, { place }: Said) {
  if (place.kind === 'conversation') return 'alone'
  const asked = await rows
    .selectFrom('messages')
    .innerJoin('channels', 'channels.id', 'messages.channel_id')
    .select('channels.kind')
    .where('messages.id', '=', place.messageId)
    .where('messages.deleted_at', 'is', null)
    .executeTakeFirst()
  return asked?.kind ?? null
}
