import type { Message } from '@parley/protocol'
import { type Selectable, sql } from 'kysely'
import type { Actor } from '../actor'
import { selectReadableChannels } from '../policies/access'
import type { Database } from '../store/database'
import { asMessages } from '../store/read-messages'
import type { MessageTable } from '../store/schema'

interface Reported {
  readonly id: string
  readonly message_id: string
  readonly channel_id: string
}

export interface ReportContext {
  readonly message: Message | null
  readonly context: Message[]
}

/**
 * The reported messages, by report: whoever reported one has shown it. What stands around it only where the reader may
 * read the channel anyway.
 */
export async function readReportContexts(
  rows: Database,
  actor: Actor,
  reports: readonly Reported[],
): Promise<ReadonlyMap<string, ReportContext>> {
  if (reports.length === 0) return new Map()
  const readable = await selectReadableChannels(rows, actor)
    .select('channels.id')
    .where('channels.id', 'in', [...new Set(reports.map((report) => report.channel_id))])
    .execute()
  const readableIds = new Set(readable.map(({ id }) => id))
  const found = await readAround(rows, reports)
  const messages = await asMessages(rows, found)
  return new Map(
    reports.map(({ id, message_id, channel_id }): [string, ReportContext] => {
      const own = messages.filter((_, index) => found[index]?.report_id === id)
      const message = own.find((it) => it.id === message_id) ?? null
      const context = readableIds.has(channel_id) ? own.filter((it) => it.id !== message_id) : []
      return [id, { message, context }]
    }),
  )
}

/** Each reported message with the two before and the two after it in the channel, or in its thread. */
async function readAround(rows: Database, reports: readonly Reported[]) {
  const ids = reports.map(({ id }) => id)
  const { rows: found } = await sql<Selectable<MessageTable> & { report_id: string }>`
    select near.*, r.id as report_id
    from reports r
    join messages m on m.id = r.message_id
    cross join lateral (
      select * from messages where id = m.id
      union all
      (select * from messages b where b.channel_id = m.channel_id and b.seq < m.seq
        and b.thread_id is not distinct from m.thread_id order by b.seq desc limit 2)
      union all
      (select * from messages a where a.channel_id = m.channel_id and a.seq > m.seq
        and a.thread_id is not distinct from m.thread_id order by a.seq limit 2)
    ) near
    where r.id = any (${ids}::uuid[])
    order by r.id, near.seq`.execute(rows)
  return found
}
