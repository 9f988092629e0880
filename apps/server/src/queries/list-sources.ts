import type { QueryAnswer, QueryInput, SourceItem } from '@parley/protocol'
import { sql } from 'kysely'
import { type Actor, isAdministrator } from '../actor'
import { findChangeableSource } from '../commands/sources/find-source'
import { ownCollectionIds } from '../policies/collection-policy'
import type { Services } from '../services'
import { asDocumentSource, selectSources } from '../sources/source-rows'

/** Sources of the collections that the actor looks after. */
export async function listSources({ store, sources }: Services, actor: Actor): Promise<QueryAnswer<'sources.list'>> {
  const collectionIds = await ownCollectionIds(store.rows, actor)
  const directories = isAdministrator(actor) ? [...sources.limits.directories] : []
  if (collectionIds.length === 0) return { sources: [], collectionIds, directories }
  const found = await selectSources(store.rows)
    .where('collection_id', 'in', collectionIds)
    .orderBy('created_at')
    .execute()
  return { sources: found.map(asDocumentSource), collectionIds, directories }
}

/** What a source holds; what was not taken in comes first. */
export async function listSourceItems(
  { store }: Services,
  actor: Actor,
  { sourceId, limit }: QueryInput<'sources.items'>,
): Promise<QueryAnswer<'sources.items'>> {
  const source = await findChangeableSource(store.rows, actor, sourceId)
  const found = await store.rows
    .selectFrom('source_items')
    .leftJoin('documents', 'documents.id', 'source_items.document_id')
    .select(['source_items.key', 'source_items.failure', 'source_items.seen_at', 'documents.id', 'documents.title'])
    .where('source_items.source_id', '=', source.id)
    .orderBy(sql`source_items.failure is null`)
    .orderBy('source_items.key')
    .limit(limit + 1)
    .execute()
  return { items: found.slice(0, limit).map(asItem), hasMore: found.length > limit }
}

type ItemRow = Pick<SourceItem, 'key' | 'title' | 'failure'> & { readonly id: string | null; readonly seen_at: Date }

const asItem = ({ key, id, title, failure, seen_at }: ItemRow): SourceItem => ({
  ...{ key, documentId: id, title, failure },
  seenAt: seen_at.toISOString(),
})
