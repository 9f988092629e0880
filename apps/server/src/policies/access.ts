import type { Actor } from '../actor'
import type { Database } from '../store/database'

/** What an actor may read: the one answer that history, search, answers and exports are limited by. */
export async function readableChannelIds(rows: Database, userId: string): Promise<string[]> {
  const found = await rows.selectFrom('memberships').select('channel_id').where('user_id', '=', userId).execute()
  return found.map((row) => row.channel_id)
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

/** Collections that every person in a channel may read: what is said there is heard by all of them. */
export async function collectionIdsReadableInChannel(rows: Database, workspaceId: string, channelId: string) {
  const found = await rows
    .selectFrom('collections')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where((where) =>
      where.or([
        where('is_restricted', '=', false),
        where.not(
          where.exists(
            where
              .selectFrom('memberships')
              .innerJoin('users', 'users.id', 'memberships.user_id')
              .leftJoin('collection_readers', (join) =>
                join
                  .onRef('collection_readers.user_id', '=', 'memberships.user_id')
                  .onRef('collection_readers.collection_id', '=', 'collections.id'),
              )
              .select('memberships.user_id')
              .where('memberships.channel_id', '=', channelId)
              .where('users.kind', '=', 'person')
              .where('collection_readers.user_id', 'is', null),
          ),
        ),
      ]),
    )
    .execute()
  return found.map((row) => row.id)
}
