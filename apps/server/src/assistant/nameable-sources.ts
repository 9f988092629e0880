import { NO_SOURCES, type QuerySources, type StructuredQuery, sourceNeedles } from '@parley/knowledge'
import { sql } from 'kysely'
import { selectReadableChannels } from '../policies/access'
import { entitiesNamed } from '../queries/graph/entities-named'
import { graphViewer } from '../queries/graph/graph-viewer'
import type { Database } from '../store/database'
import type { Store } from '../store/store'
import type { Said } from './converse'
import { hearersOf } from './hearers-of'

/** Of documents whose names are like what a question says, the shortest names: they say the least beside it. */
const MOST_DOCUMENTS = 100

/**
 * What somebody names in a question as the place of its answer, as far as it may be read here: documents and collections
 * with such names, and channels; and what it may be about, of the graph. Follow-ups name what the question before did.
 */
export async function nameableSources(
  { rows }: Store,
  { actor, place, text }: Said,
  collectionIds: readonly string[],
  last: StructuredQuery | undefined,
): Promise<QuerySources> {
  const viewer = await graphViewer(rows, hearersOf({ actor, place }))
  const said = `${last?.text ?? ''}\n${text}`
  const [entities, documents, collections, channels] = await Promise.all([
    entitiesNamed(rows, viewer, [text, last?.text ?? '']),
    documentsLike(rows, collectionIds, [text, last?.text ?? ''].flatMap(sourceNeedles)),
    COLLECTION.test(said) && collectionIds.length > 0
      ? rows.selectFrom('collections').select(['id', 'name']).where('id', 'in', collectionIds).execute()
      : [],
    CHANNEL.test(said) ? channelsFor(rows, actor, place) : [],
  ])
  return documents.length + collections.length + channels.length + entities.length === 0
    ? NO_SOURCES
    : { documents, collections, channels, entities }
}

const CHANNEL = /[#＃]|channel|频道/i
/** Any name may be a collection's, where a question says "in". */
const COLLECTION = /\b(?:in|from|per|under|according|does|do)\b|里|中|内|根据|依据|按|规定|《|知识库|文档集/i

/** In a channel the answer is heard by others: it names only what all may know of. */
function channelsFor(rows: Database, actor: Said['actor'], place: Said['place']) {
  return selectReadableChannels(rows, actor)
    .select(['channels.id', 'channels.name'])
    .where('channels.kind', '<>', 'direct')
    .$if(place.kind === 'channel' && !place.isDirect, (query) => query.where('channels.kind', '=', 'public'))
    .execute()
}

async function documentsLike(rows: Database, collectionIds: readonly string[], needles: readonly string[]) {
  if (needles.length === 0 || collectionIds.length === 0) return []
  return rows
    .selectFrom('documents')
    .select(['id', 'title as name'])
    .where('collection_id', 'in', collectionIds)
    .where(
      sql<boolean>`exists (select from unnest(${sql.val(needles)}::text[]) needle where position(needle in lower(title)) > 0)`,
    )
    .orderBy(sql`length(title)`)
    .orderBy('id')
    .limit(MOST_DOCUMENTS)
    .execute()
}
