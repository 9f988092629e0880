import { mayNameSource, NO_SOURCES, type QuerySources, type StructuredQuery } from '@parley/knowledge'
import { selectReadableChannels } from '../policies/access'
import type { Store } from '../store/store'
import type { Said } from './converse'

/** More than that are not listed for one question: what is beyond is words like any others. */
const MOST_DOCUMENTS = 20_000

/**
 * What somebody may name in a question as the place of its answer: documents and collections that may be read here, and
 * channels. Nothing is listed for a question that names none, nor leans on one that did.
 */
export async function nameableSources(
  { rows }: Store,
  { actor, place, text }: Said,
  collectionIds: readonly string[],
  last: StructuredQuery | undefined,
): Promise<QuerySources> {
  const hasNamed = last?.parts.some(({ kind }) => PLACES.has(kind)) ?? false
  if (!hasNamed && !mayNameSource(text)) return NO_SOURCES
  const ids = collectionIds.length === 0 ? [NOTHING] : collectionIds
  const collections = rows.selectFrom('collections').select(['id', 'name']).where('id', 'in', ids)
  const documents = rows
    .selectFrom('documents')
    .select(['id', 'title as name'])
    .where('collection_id', 'in', ids)
    .limit(MOST_DOCUMENTS)
  // In a channel the answer is heard by others: it names only what all may know of.
  const channels = selectReadableChannels(rows, actor)
    .select(['channels.id', 'channels.name'])
    .where('channels.kind', '<>', 'direct')
    .$if(place.kind === 'channel' && !place.isDirect, (query) => query.where('channels.kind', '=', 'public'))
  const read = await Promise.all([documents.execute(), collections.execute(), channels.execute()])
  return { documents: read[0], collections: read[1], channels: read[2] }
}

const PLACES: ReadonlySet<string> = new Set(['document', 'collection', 'channel'])
/** The id of nothing. */
const NOTHING = '00000000-0000-0000-0000-000000000000'
