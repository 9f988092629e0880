import { nameInOtherLanguage } from '@parley/knowledge'
import type { GraphEdge } from '@parley/protocol'
import type { GraphViewer } from '../../policies/graph-access'
import type { Database } from '../../store/database'
import { HELD, readEdges } from './read-edges'
import { findByName } from './read-entities'

/** One thing has few names. */
const MOST_NAMES = 20
const MOST_FOUND = 20

/** These entities and what each is also called, with the edges that say so. */
export async function withOtherNames(rows: Database, viewer: GraphViewer, ids: readonly string[], now: Date) {
  if (ids.length === 0) return { ids, edges: [], namedIds: ids }
  const wanted = { entityIds: ids, types: ['same_as' as const], asOf: now, states: HELD, limit: MOST_NAMES }
  const edges = await readEdges(rows, viewer, wanted)
  const isNew = ({ fromId, toId }: GraphEdge) => !ids.includes(fromId) || !ids.includes(toId)
  const others = edges.flatMap(({ fromId, toId }) => [fromId, toId] as string[])
  return { ids: [...new Set([...ids, ...others])], edges: edges.filter(isNew), namedIds: ids }
}

/** Entities whose name is this one in the other language, word for word. */
export async function idsInOtherLanguage(rows: Database, viewer: GraphViewer, name: string): Promise<string[]> {
  const other = nameInOtherLanguage(name)
  const found = await Promise.all(
    (other?.needles ?? []).map((needle) => findByName(rows, viewer, { name: needle, limit: MOST_FOUND })),
  )
  const called = found.flat().filter((entity) => [entity.name, ...entity.aliases].some((one) => other?.isCalled(one)))
  return [...new Set(called.map(({ id }) => id as string))]
}
