import { translate } from '@parley/locale'
import type { Database } from '../store/database'
import type { StoredReply } from './converse'

/** An answer that rests on what should have been looked over by now says so, below what it quotes. */
export async function warnOfReview(rows: Database, now: Date, reply: StoredReply): Promise<StoredReply> {
  const cited = [...new Set(reply.citations.map(({ documentId }) => documentId))]
  if (reply.kind !== 'answer' || cited.length === 0) return reply
  const due = await rows
    .selectFrom('documents')
    .select('title')
    .where('id', 'in', cited)
    .where('review_at', '<=', now)
    .orderBy('id')
    .executeTakeFirst()
  if (!due) return reply
  return { ...reply, text: `${reply.text}\n\n${translate(reply.language, 'server.review.past', { title: due.title })}` }
}
