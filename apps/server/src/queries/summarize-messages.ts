import type { SaidSentence as Said, TalkSummary } from '@parley/knowledge'
import type { MessageId, QueryAnswer, QueryInput, SaidSentence } from '@parley/protocol'
import type { Actor } from '../actor'
import { requireReadable } from '../policies/channel-policy'
import type { Services } from '../services'
import type { Database } from '../store/database'
import { asTask } from '../store/rows'
import { selectVisibleTasks } from '../store/visible-tasks'
import { readTalk, type Talk, type TalkRow, talkColumns } from './read-talk'

type Answer = QueryAnswer<'messages.summarize'>

/** What was said in a channel or a thread. Whatever was deleted, edited or closed to the actor meanwhile is left out. */
export async function summarizeMessages(
  { store, assistant, rateLimits }: Services,
  actor: Actor,
  input: QueryInput<'messages.summarize'>,
): Promise<Answer> {
  rateLimits.admit('asks', actor.userId)
  const talk = await store.snapshot((rows) => readTalk(rows, actor, input))
  const summary = await assistant.summarize(
    talk.rows.map(({ id, author_id: speakerId, text, reply_count }) => ({
      ...{ id, speakerId, text, isRepliedTo: reply_count > 0 },
    })),
  )
  return store.snapshot(async (rows) => {
    await requireReadable(rows, actor, input.channelId)
    const cite = citing(await stillSaid(rows, talk.rows))
    return { ...describe(talk), ...citeAll(summary, cite), tasks: await tasksOf(rows, actor, talk.rows) }
  })
}

function describe({ span, isCut, rows }: Talk): Pick<Answer, 'span' | 'isCut' | 'messageCount' | 'firstAt' | 'people'> {
  const counts = new Map<string, number>()
  for (const { author_id } of rows) counts.set(author_id, (counts.get(author_id) ?? 0) + 1)
  const people = [...counts].map(([userId, messageCount]) => ({ userId, messageCount }) as Answer['people'][number])
  return {
    ...{ span, isCut, messageCount: rows.length, firstAt: rows[0]?.created_at.toISOString() ?? null },
    people: people.toSorted((one, other) => other.messageCount - one.messageCount),
  }
}

type Cite = (sentence: Said) => SaidSentence[]

const citeAll = ({ points, decisions, promises, openQuestions }: TalkSummary, cite: Cite) => ({
  points: points.flatMap(cite),
  decisions: decisions.flatMap(cite),
  promises: promises.flatMap(cite),
  openQuestions: openQuestions.flatMap(cite),
})

function citing(rows: readonly TalkRow[]): Cite {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ({ messageId, text }) => {
    const row = byId.get(messageId)
    return row?.text.includes(text) ? [asSaidSentence(row, text)] : []
  }
}

const asSaidSentence = (row: TalkRow, text: string) =>
  ({
    ...{ text, messageId: row.id as MessageId, channelId: row.channel_id, threadId: row.thread_id },
    ...{ isAlsoInChannel: row.is_also_in_channel, seq: row.seq, authorId: row.author_id },
    createdAt: row.created_at.toISOString(),
  }) as SaidSentence

async function stillSaid(rows: Database, talk: readonly TalkRow[]): Promise<TalkRow[]> {
  if (talk.length === 0) return []
  const ids = talk.map(({ id }) => id)
  return rows
    .selectFrom('messages')
    .select(talkColumns)
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute()
}

const MOST_TASKS = 20

async function tasksOf(rows: Database, actor: Actor, talk: readonly TalkRow[]) {
  if (talk.length === 0) return []
  const found = await selectVisibleTasks(rows, actor.userId)
    .where(
      'source_message_id',
      'in',
      talk.map(({ id }) => id),
    )
    .where('status', '!=', 'cancelled')
    .orderBy('id', 'desc')
    .limit(MOST_TASKS)
    .execute()
  return found.map(asTask).toReversed()
}
