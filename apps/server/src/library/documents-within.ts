import type { QueryPart, StructuredQuery, TimePart } from '@parley/knowledge'
import { sql } from 'kysely'
import type { Database } from '../store/database'
import type { LibraryQuestion } from './library-wire'

/**
 * The documents that a query limits itself to, of those in collections that may be read; undefined where it limits
 * nothing. What it names beyond that is not there: a filter takes away and never adds.
 *
 * @param timeZone in which its days begin and end
 */
export async function documentsWithin(
  rows: Database,
  { question, collectionIds }: Pick<LibraryQuestion, 'question' | 'collectionIds'>,
  timeZone: string,
): Promise<readonly string[] | undefined> {
  const limits = typeof question === 'string' ? [] : question.parts.filter(isLimit)
  if (limits.length === 0) return undefined
  // What was said in a channel is in no document.
  if (collectionIds.length === 0 || limits.some(({ kind }) => kind === 'channel')) return []
  const idsOf = (kind: 'document' | 'collection' | 'person') =>
    limits.flatMap((part) => (part.kind === kind ? [...part.ids] : []))
  const [documents, collections, people] = [idsOf('document'), idsOf('collection'), idsOf('person')]
  const times = limits.filter((part) => part.kind === 'time')
  const found = await rows
    .selectFrom('documents')
    .select('id')
    .where('collection_id', 'in', collectionIds)
    .$if(documents.length > 0, (query) => query.where('id', 'in', documents))
    .$if(collections.length > 0, (query) => query.where('collection_id', 'in', collections))
    .$if(people.length > 0, (query) => query.where('added_by', 'in', people))
    .where(({ and }) => and(times.flatMap((time) => changedWithin(time, timeZone))))
    .execute()
  return found.map(({ id }) => id)
}

type Limit = Extract<QueryPart, { readonly ids: readonly string[] } | { readonly kind: 'time' }>

function isLimit(part: StructuredQuery['parts'][number]): part is Limit {
  if (part.kind === 'person' || part.kind === 'time') return part.role === 'from'
  return part.kind === 'document' || part.kind === 'collection' || part.kind === 'channel'
}

/** Days begin and end where the asker is. */
function changedWithin({ from, to }: TimePart, timeZone: string) {
  const startOf = (day: string, later: number) =>
    sql`((${day}::date + ${later}::int)::timestamp at time zone ${timeZone})`
  return [
    ...(from === null ? [] : [sql<boolean>`changed_at >= ${startOf(from, 0)}`]),
    ...(to === null ? [] : [sql<boolean>`changed_at < ${startOf(to, 1)}`]),
  ]
}
