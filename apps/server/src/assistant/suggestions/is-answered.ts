import { isQuestion } from '@parley/dialogue'
import { readText } from '../../store/content'
import type { Database } from '../../store/database'
import type { Asked } from './read-asked'

/** Messages after a question that are looked at; in a channel that went on so far, nobody waits for it any more. */
const MOST_AFTER = 50

/**
 * Whether people have turned to a question: anything in its thread, its asker's own words too, or somebody else's words in
 * the channel that are no question themselves. It errs towards silence.
 */
export async function isAnswered(rows: Database, asked: Asked): Promise<boolean> {
  const after = await rows
    .selectFrom('messages')
    .innerJoin('users', 'users.id', 'messages.author_id')
    .select(['messages.text', 'messages.deleted_at', 'messages.thread_id', 'messages.author_id', 'messages.file_ids'])
    .where('messages.channel_id', '=', asked.channel_id)
    .where('messages.seq', '>', asked.seq)
    .where('users.kind', '=', 'person')
    .where('messages.deleted_at', 'is', null)
    .where((where) => where.or([where('thread_id', 'is', null), where('thread_id', '=', asked.id)]))
    .orderBy('messages.seq')
    .limit(MOST_AFTER)
    .execute()
  if (after.length === MOST_AFTER) return true
  return after.some((said) => {
    if (said.thread_id === asked.id) return true
    return said.author_id !== asked.author_id && !isQuestion(readText(said))
  })
}
