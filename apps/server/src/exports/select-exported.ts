import { sql } from 'kysely'
import type { Actor } from '../actor'
import type { Database } from '../store/database'

/** What an export takes: `policies/export-policy.ts` has said that the actor may. */
export interface ExportChoice {
  readonly scope: 'workspace' | 'everything' | 'channel' | 'person'
  /** Of the channel or the person. */
  readonly id: string | null
}

/** Channels of an export. A person's are those in which they have said something. */
export function selectExportedChannels(rows: Database, actor: Actor, { scope, id }: ExportChoice) {
  const channels = rows
    .selectFrom('channels')
    .selectAll()
    .where('workspace_id', '=', actor.workspaceId)
    .orderBy('kind', 'desc')
    .orderBy('name')
    .orderBy('id')
  switch (scope) {
    case 'everything':
      return channels
    case 'channel':
      return channels.where('id', '=', id ?? '')
    case 'person':
      return channels.where(
        sql<boolean>`exists (select 1 from messages m where m.channel_id = channels.id and m.author_id = ${id})`,
      )
    case 'workspace':
      return channels.where('kind', '=', 'public')
  }
}

/** Messages of a channel that belong to the export, oldest first, without deleted ones. */
export function selectExportedMessages(rows: Database, { scope, id }: ExportChoice, channelId: string) {
  const messages = selectMessages(rows, channelId).where('deleted_at', 'is', null)
  return scope === 'person' ? messages.where('author_id', '=', id ?? '') : messages
}

/** Those that replies stand below, oldest first; a deleted one, too, where it has replies that were not. */
export function selectExportedRoots(rows: Database, channelId: string) {
  const hasReplies = sql<boolean>`exists (
    select 1 from messages reply where reply.thread_id = messages.id and reply.deleted_at is null)`
  return selectMessages(rows, channelId)
    .where('thread_id', 'is', null)
    .where((where) => where.or([where('deleted_at', 'is', null), hasReplies]))
}

const selectMessages = (rows: Database, channelId: string) =>
  rows.selectFrom('messages').selectAll().where('channel_id', '=', channelId).orderBy('seq')

/** Whoever speaks in it or belongs to its channels; of a whole workspace, everybody. */
export function selectExportedPeople(
  rows: Database,
  actor: Actor,
  choice: ExportChoice,
  channelIds: readonly string[],
) {
  const people = rows
    .selectFrom('users')
    .selectAll()
    .where('workspace_id', '=', actor.workspaceId)
    .orderBy('name')
    .orderBy('id')
  if (choice.scope === 'workspace' || choice.scope === 'everything') return people
  return people.where(
    sql<boolean>`(exists (select 1 from memberships m where m.user_id = users.id and m.channel_id = any(${channelIds}::uuid[]))
      or exists (select 1 from messages m where m.author_id = users.id and m.channel_id = any(${channelIds}::uuid[])))`,
  )
}

/** Files of the messages above. */
export function selectExportedFiles(rows: Database, { scope, id }: ExportChoice, channelIds: readonly string[]) {
  const files = rows
    .selectFrom('files')
    .innerJoin('messages', 'messages.id', 'files.message_id')
    .select(['files.id', 'files.name'])
    .where('files.channel_id', 'in', channelIds)
    .where('files.dropped_at', 'is', null)
    .where('messages.deleted_at', 'is', null)
  return (scope === 'person' ? files.where('messages.author_id', '=', id ?? '') : files).execute()
}
