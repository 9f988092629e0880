import { sql } from 'kysely'
import type { Database } from './database'
import type { Behind } from './find-behind'

/** What the graph is read by; raised whenever it would read otherwise: then all is read again. */
export const GRAPH_READER = 'graph-3'

const messageColumns = ['messages.id', 'messages.workspace_id', 'messages.author_id', 'messages.seq'] as const
const contentColumns = ['messages.text', 'messages.created_at', 'messages.edited_at', 'messages.deleted_at'] as const

/** What people wrote; what programs and the assistant say states nothing by itself. */
const selectWritten = (rows: Database) =>
  rows
    .selectFrom('messages')
    .innerJoin('users', 'users.id', 'messages.author_id')
    .select([...messageColumns, ...contentColumns])
    .where('users.kind', '=', 'person')
    .where('messages.deleted_at', 'is', null)

export type WrittenMessage = Awaited<ReturnType<typeof readUnreadMessages>>[number]

/** The channel's next messages, oldest first. */
export const readUnreadMessages = (rows: Database, { channelId, cursor, lastSeq }: Behind, limit: number) =>
  selectWritten(rows)
    .where('messages.channel_id', '=', channelId)
    .where('messages.seq', '>', cursor)
    .where('messages.seq', '<=', lastSeq)
    .orderBy('messages.seq')
    .limit(limit)
    .execute()

export async function saveGraphCursor(rows: Database, { channelId, workspaceId }: Behind, seq: number) {
  await sql`
    insert into reader_cursors as known (reader, stream_id, workspace_id, seq)
    values (${GRAPH_READER}, ${channelId}::uuid, ${workspaceId}::uuid, ${seq})
    on conflict (reader, stream_id) do update set seq = greatest(known.seq, excluded.seq)`.execute(rows)
}

/** A message as it is now, if a person wrote it and it is not deleted. Nobody changes it meanwhile. */
export const readWritten = (rows: Database, messageId: string) =>
  selectWritten(rows).where('messages.id', '=', messageId).forUpdate('messages').executeTakeFirst()

/** Messages that were edited since they were read. */
export const readEdited = (rows: Database, limit: number) =>
  rows
    .selectFrom('graph_rereads')
    .innerJoin('messages', 'messages.id', 'graph_rereads.message_id')
    .select([...messageColumns, ...contentColumns])
    .limit(limit)
    .execute()

/** What of an edited message was read shows nothing any more, at once; it is read again in the background. */
export async function forgetRead(rows: Database, message: { readonly id: string; readonly workspace_id: string }) {
  await rows.deleteFrom('graph_evidence').where('message_id', '=', message.id).execute()
  await rows
    .insertInto('graph_rereads')
    .values({ message_id: message.id, workspace_id: message.workspace_id })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .execute()
}

/** Documents whose present version was not read. */
export const findUnreadDocuments = (rows: Database, limit: number) =>
  rows
    .selectFrom('documents')
    .leftJoin('graph_readings', 'graph_readings.source_id', 'documents.id')
    .select(['documents.id', 'documents.workspace_id', 'documents.version', 'documents.changed_at'])
    .select(fingerprintOf(sql`documents.version::text`).as('fingerprint'))
    .where(isUnread(sql`documents.version::text`))
    .orderBy('documents.id')
    .limit(limit)
    .execute()

/** Open tasks of somebody, as they are now. */
export const findUnreadTasks = (rows: Database, limit: number) =>
  rows
    .selectFrom('tasks')
    .leftJoin('graph_readings', 'graph_readings.source_id', 'tasks.id')
    .select(['tasks.id', 'tasks.workspace_id', 'tasks.title', 'tasks.status', 'tasks.assignee_id', 'tasks.created_at'])
    .select(fingerprintOf(sql`tasks.version::text`).as('fingerprint'))
    .where(isUnread(sql`tasks.version::text`))
    .orderBy('tasks.id')
    .limit(limit)
    .execute()

const STANDING = sql`md5(users.is_active::text || users.title || coalesce(groups.names, ''))`

/** People whose title or groups are not as they were read. */
export async function findUnreadPeople(rows: Database, limit: number) {
  const found = await sql<{
    id: string
    workspace_id: string
    title: string
    is_active: boolean
    created_at: Date
    names: string[] | null
    fingerprint: string
  }>`
    select users.id, users.workspace_id, users.title, users.is_active, users.created_at, groups.list as names,
           ${fingerprintOf(STANDING)} as fingerprint
    from users
    left join graph_readings on graph_readings.source_id = users.id
    left join lateral (
      select array_agg(user_groups.name order by user_groups.name) as list,
             string_agg(user_groups.name, chr(1) order by user_groups.name) as names
      from user_group_members members join user_groups on user_groups.id = members.group_id
      where members.user_id = users.id and user_groups.archived_at is null) groups on true
    where users.kind = 'person' and ${isUnread(STANDING)}
    limit ${limit}`.execute(rows)
  return found.rows
}

const fingerprintOf = (state: ReturnType<typeof sql>) => sql<string>`${GRAPH_READER}::text || ':' || ${state}`
const isUnread = (state: ReturnType<typeof sql>) =>
  sql<boolean>`graph_readings.fingerprint is distinct from ${GRAPH_READER}::text || ':' || ${state}`

export async function saveReading(rows: Database, workspaceId: string, sourceId: string, fingerprint: string) {
  await rows
    .insertInto('graph_readings')
    .values({ source_id: sourceId, workspace_id: workspaceId, fingerprint })
    .onConflict((conflict) => conflict.column('source_id').doUpdateSet({ fingerprint }))
    .execute()
}
