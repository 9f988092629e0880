import { sql } from 'kysely'
import type { Actor } from '../actor'
import type { Database } from '../store/database'

/** What an actor may read: the one answer that history, search, answers and exports are limited by. */
export async function readableChannelIds(rows: Database, userId: string): Promise<string[]> {
  const found = await rows.selectFrom('memberships').select('channel_id').where('user_id', '=', userId).execute()
  return found.map((row) => row.channel_id)
}

/** Channels whose messages an actor may read: those they are in, and public ones unless they are a guest. */
export function selectReadableChannels(rows: Database, actor: Pick<Actor, 'userId' | 'workspaceId' | 'role'>) {
  return rows
    .selectFrom('channels')
    .where('channels.workspace_id', '=', actor.workspaceId)
    .where((where) =>
      where.or([
        ...(actor.role === 'guest' ? [] : [where('channels.kind', '=', 'public')]),
        where.exists(
          where
            .selectFrom('memberships')
            .select('user_id')
            .whereRef('memberships.channel_id', '=', 'channels.id')
            .where('memberships.user_id', '=', actor.userId),
        ),
      ]),
    )
}

/** The messages of these channels that are not deleted. */
export function selectReadableMessages(rows: Database, actor: Pick<Actor, 'userId' | 'workspaceId' | 'role'>) {
  return selectReadableChannels(rows, actor)
    .innerJoin('messages', 'messages.channel_id', 'channels.id')
    .selectAll('messages')
    .where('messages.deleted_at', 'is', null)
}

/** Files of messages that the actor may read, and their own that are not sent yet. */
export function selectReadableFiles(rows: Database, actor: Pick<Actor, 'userId' | 'workspaceId' | 'role'>) {
  return rows
    .selectFrom('files')
    .selectAll('files')
    .where('files.workspace_id', '=', actor.workspaceId)
    .where('files.completed_at', 'is not', null)
    .where('files.dropped_at', 'is', null)
    .where((where) =>
      where.or([
        where.exists(selectReadableMessages(rows, actor).where(sql<boolean>`messages.id = files.message_id`)),
        where.and([where('files.message_id', 'is', null), where('files.owner_id', '=', actor.userId)]),
      ]),
    )
}

/** Collections open to everybody, and restricted ones that name the actor. */
export async function readableCollectionIds(rows: Database, actor: Pick<Actor, 'userId' | 'workspaceId'>) {
  const found = await rows
    .selectFrom('collections')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where((where) =>
      where.or([
        where('is_restricted', '=', false),
        where.exists(
          where
            .selectFrom('collection_readers')
            .select('user_id')
            .whereRef('collection_id', '=', 'collections.id')
            .where('user_id', '=', actor.userId),
        ),
      ]),
    )
    .execute()
  return found.map((row) => row.id)
}

/**
 * Collections that everybody may read who may read a channel: what is said there can be heard by its members, and in a
 * public channel by all but guests.
 */
export async function collectionIdsReadableInChannel(rows: Database, workspaceId: string, channelId: string) {
  const found = await rows
    .selectFrom('collections')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where((where) =>
      where.or([where('is_restricted', '=', false), where.not(where.exists(excluded(rows, channelId)))]),
    )
    .execute()
  return found.map((row) => row.id)
}

/**
 * Channels whose messages everybody may read who may read this one. A direct conversation is quoted nowhere but in itself:
 * who comes to a channel later reads what was said there.
 */
export async function channelIdsReadableInChannel(rows: Database, workspaceId: string, channelId: string) {
  const found = await rows
    .selectFrom('channels as quoted')
    .select('quoted.id')
    .where('quoted.workspace_id', '=', workspaceId)
    .where((where) =>
      where.or([
        where('quoted.id', '=', channelId),
        where.and([
          where('quoted.kind', '<>', 'direct'),
          where.not(where.exists(selectListeners(rows, channelId).where(mayNotReadQuoted))),
        ]),
      ]),
    )
    .execute()
  return found.map((row) => row.id)
}

/** Whether a listener is not in the channel `quoted`, nor may read it without being in it. */
const mayNotReadQuoted = sql<boolean>`
  not (quoted.kind = 'public' and users.role <> 'guest')
  and not exists (select 1 from memberships own where own.channel_id = quoted.id and own.user_id = users.id)`

/** People who may read the channel, but not the collection of the surrounding query. */
function excluded(rows: Database, channelId: string) {
  return selectListeners(rows, channelId)
    .leftJoin('collection_readers', (join) =>
      join
        .onRef('collection_readers.user_id', '=', 'users.id')
        .on(sql<boolean>`collection_readers.collection_id = collections.id`),
    )
    .where('collection_readers.user_id', 'is', null)
}

/** People who may read a channel. */
function selectListeners(rows: Database, channelId: string) {
  return rows
    .selectFrom('channels')
    .innerJoin('users', 'users.workspace_id', 'channels.workspace_id')
    .leftJoin('memberships', (join) =>
      join.onRef('memberships.user_id', '=', 'users.id').onRef('memberships.channel_id', '=', 'channels.id'),
    )
    .select('users.id')
    .where('channels.id', '=', channelId)
    .where('users.kind', '=', 'person')
    .where('users.is_active', '=', true)
    .where((where) =>
      where.or([
        where('memberships.user_id', 'is not', null),
        where.and([where('channels.kind', '=', 'public'), where('users.role', '<>', 'guest')]),
      ]),
    )
}
