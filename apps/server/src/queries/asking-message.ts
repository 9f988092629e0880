import { isQuestion } from '@parley/dialogue'
import { type ChannelId, LOOK_UP_LIMIT, type MessageId, ParleyError } from '@parley/protocol'
import { splitSentences } from '@parley/text'
import type { Actor } from '../actor'
import { selectReadableMessages } from '../policies/access'
import type { AskingMessage } from '../services'
import { readText } from '../store/content'
import type { Database } from '../store/database'

/** Replies of a thread that are looked through for a question, from the last one back. */
const MOST_REPLIES = 50

/** What a message asks; where it asks nothing, what was asked last in its thread; else its own words. */
export async function readAskingMessage(rows: Database, actor: Actor, messageId: string): Promise<AskingMessage> {
  const named = await readable(rows, actor).where('messages.id', '=', messageId).executeTakeFirst()
  if (!named) throw new ParleyError('not_found', { kind: 'message', id: messageId })
  const own = asAsking(named)
  if (isQuestion(own.text)) return own
  const replies = await readable(rows, actor)
    .where('messages.thread_id', '=', named.thread_id ?? named.id)
    .orderBy('messages.seq', 'desc')
    .limit(MOST_REPLIES)
    .execute()
  return replies.map(asAsking).find(({ text }) => isQuestion(text)) ?? own
}

const readable = (rows: Database, actor: Actor) =>
  selectReadableMessages(rows, actor).where('messages.card', 'is', null).where('messages.text', '<>', '')

type Row = Awaited<ReturnType<ReturnType<typeof readable>['executeTakeFirstOrThrow']>>

const asAsking = (row: Row): AskingMessage => ({
  messageId: row.id as MessageId,
  channelId: row.channel_id as ChannelId,
  threadId: (row.thread_id ?? row.id) as MessageId,
  text: questionIn(readText(row)),
})

/** Of a long message its last question, with the words before it as far as there is room. */
function questionIn(text: string): string {
  const whole = text.trim()
  if ([...whole].length <= LOOK_UP_LIMIT) return whole
  const asked = splitSentences(whole).findLast((sentence) => isQuestion(sentence.text))
  return [...(asked?.text ?? whole)].slice(0, LOOK_UP_LIMIT).join('')
}
