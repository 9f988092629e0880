import type { StructuredQuery } from '@parley/knowledge'
import { QUERY_TEXT_LIMIT, type StructuredQuery as WireQuery } from '@parley/protocol'

const MOST_IDS = 20
const LONGEST_NAME = 400

/** A query as clients see it; undefined of a text that is too long to be shown and changed. */
export function asWireQuery(query: StructuredQuery): WireQuery | undefined {
  if (query.text.trim() === '' || query.text.length >= QUERY_TEXT_LIMIT) return undefined
  const parts = query.parts.map((part) => {
    if ('ids' in part) return { ...part, ids: part.ids.slice(0, MOST_IDS), name: part.name.slice(0, LONGEST_NAME) }
    return part
  })
  // Ids of people, documents and channels are the store's own.
  return { ...query, parts } as WireQuery
}

/** A query as somebody sent it: what it names is only sought among what they may read. */
export function asReadQuery(query: WireQuery): StructuredQuery {
  const isWithin = ({ span }: WireQuery['parts'][number]) =>
    span === undefined || (span.start <= span.end && span.end <= query.text.length)
  const { asking, ...rest } = query
  return { ...rest, parts: query.parts.filter(isWithin), ...(asking && { asking }) }
}
