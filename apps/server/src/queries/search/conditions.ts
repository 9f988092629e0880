import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../actor'
import type { Database } from '../../store/database'
import { REPLY_WORD } from '../../store/search-words'
import { selectVisibleTasks } from '../../store/visible-tasks'

type Changing = 'reaction' | 'pin' | 'task' | 'thread' | 'saved'

/** What changes without the message being edited is asked of the tables that know it, of the message `w.message_id`. */
const conditions: Readonly<Record<Changing, (rows: Database, actor: Actor) => RawBuilder<boolean>>> = {
  reaction: () => sql`exists (select 1 from reactions where reactions.message_id = w.message_id)`,
  pin: () => sql`exists (
    select 1 from messages pinned where pinned.id = w.message_id and pinned.pinned_at is not null)`,
  task: (rows, actor) =>
    sql`exists (${selectVisibleTasks(rows, actor.userId).where(sql<boolean>`tasks.source_message_id = w.message_id`)})`,
  saved: (_rows, actor) => sql`exists (
    select 1 from saved_messages saved where saved.message_id = w.message_id and saved.user_id = ${actor.userId})`,
  thread: () => sql`(w.words @@ ${`'${REPLY_WORD}'`}::tsquery or exists (
    select 1 from messages reply where reply.thread_id = w.message_id))`,
}

export const conditionOf = (what: Changing, rows: Database, actor: Actor): RawBuilder<boolean> =>
  conditions[what](rows, actor)

/** Threads are everywhere; the others hold for few messages, and an index lists them. */
export const isNarrowCondition = (what: Changing): boolean => what !== 'thread'
