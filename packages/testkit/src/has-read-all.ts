import type { ParleyServer } from '@parley/server'
import { sql } from 'kysely'

/** Whether the assistant's reader has read every channel that it is in, from its (latest) joining to the end. */
export async function hasReadAll({ services }: ParleyServer, assistantId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1
      from memberships
      join streams on streams.id = memberships.channel_id
      left join reader_cursors on reader_cursors.stream_id = streams.id and reader_cursors.reader = 'assistant'
     where memberships.user_id = ${assistantId}
       and streams.last_seq > greatest(
         reader_cursors.seq,
         (select max(events.seq)
            from events
           where events.stream_id = streams.id and events.type = 'member-added' and events.subject_id = ${assistantId}),
         0)
     limit 1`.execute(services.store.rows)
  return rows.length === 0
}
