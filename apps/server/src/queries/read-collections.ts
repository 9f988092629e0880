import type { Collection } from '@parley/protocol'
import { sql } from 'kysely'
import type { Database } from '../store/database'

/** Collections with those who read them. */
export async function readCollections(rows: Database, ids: readonly string[]): Promise<Collection[]> {
  if (ids.length === 0) return []
  const found = await rows
    .selectFrom('collections')
    .select(['id', 'name', 'is_restricted', 'is_default', 'owner_id'])
    .select(
      sql<string[]>`array(select user_id from collection_readers where collection_id = collections.id)`.as('readers'),
    )
    .where('id', 'in', ids)
    .orderBy('is_default', 'desc')
    .orderBy('name')
    .execute()
  return found.map((row) => ({
    id: row.id as Collection['id'],
    name: row.name,
    readerIds: row.is_restricted ? (row.readers as NonNullable<Collection['readerIds']>) : null,
    ownerId: row.owner_id as Collection['ownerId'],
    isDefault: row.is_default,
  }))
}

export async function readCollection(rows: Database, id: string): Promise<Collection> {
  const [collection] = await readCollections(rows, [id])
  if (!collection) throw new Error('the collection is gone')
  return collection
}
