import { nearestQuestions, sketchQuestion } from '@parley/knowledge'
import type { CurationReader } from '../../queries/nearest-answers'
import { readText } from '../../store/content'
import type { Database } from '../../store/database'
import type { Asked } from './read-asked'

const MEMORY_MS = 30 * 24 * 60 * 60_000
const MOST = 64

/** Why a question is not answered unasked again in its channel: it was, or somebody wants no more of such. */
export async function askedBefore(reader: CurationReader, asked: Asked): Promise<'repeated' | 'dismissed' | null> {
  const since = new Date(reader.now.getTime() - MEMORY_MS)
  const before = await answeredSince(reader.rows, asked, since)
  if (before.length === 0) return null
  const texts = before.map(readText)
  const { vectors } = await reader.sketchQuestions([asked.text, ...texts])
  const [own = null, ...others] = vectors
  const known = before.map((row, at) => ({
    ...{ text: texts[at]!, vector: others[at] ?? null },
    isDismissed: row.dismissed_at !== null,
  }))
  const near = nearestQuestions(sketchQuestion(asked.text, own), known)
  if (near.some(({ known: { isDismissed }, isAkin }) => isDismissed && isAkin)) return 'dismissed'
  return near.some(({ isSame }) => isSame) ? 'repeated' : null
}

const answeredSince = (rows: Database, { channel_id: channelId }: Asked, since: Date) =>
  rows
    .selectFrom('suggestions')
    .innerJoin('messages', 'messages.id', 'suggestions.message_id')
    .select(['messages.text', 'messages.deleted_at', 'suggestions.dismissed_at'])
    .where('suggestions.channel_id', '=', channelId)
    .where('suggestions.status', '=', 'posted')
    .where('suggestions.posted_at', '>', since)
    .orderBy('suggestions.posted_at', 'desc')
    .limit(MOST)
    .execute()
