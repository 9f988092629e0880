import { type KnownName, type KnownPerson, RELATION_MODEL } from '@parley/knowledge'
import type { Database } from '../store/database'

/** Who and what is known by name while something is read. */
export interface ReadingGround {
  readonly people: readonly KnownPerson[]
  readonly byId: ReadonlyMap<string, KnownPerson>
}

export async function readGround(rows: Database): Promise<ReadingGround> {
  const found = await rows
    .selectFrom('users')
    .select(['id', 'name', 'aliases'])
    .where('kind', '=', 'person')
    .where('is_active', '=', true)
    .execute()
  return { people: found, byId: new Map(found.map((person) => [person.id, person])) }
}

const MOST_NAMES = 500

/** What the graph already knows for sure by name, most often named first: a task may be about it. */
export async function readKnownNames(rows: Database, workspaceId: string): Promise<KnownName[]> {
  return rows
    .selectFrom('graph_entities')
    .innerJoin('graph_links', (join) =>
      join.on((where) =>
        where.or([
          where('graph_links.from_named', '=', where.ref('graph_entities.id')),
          where('graph_links.to_named', '=', where.ref('graph_entities.id')),
        ]),
      ),
    )
    .innerJoin('graph_evidence', 'graph_evidence.edge_id', 'graph_links.id')
    .select(['graph_entities.name', 'graph_entities.kind'])
    .where('graph_entities.workspace_id', '=', workspaceId)
    .where('graph_entities.user_id', 'is', null)
    .where('graph_entities.kind', 'in', ['project', 'product', 'organisation', 'system', 'document'])
    .where('graph_evidence.confidence', '>=', RELATION_MODEL.threshold)
    .groupBy(['graph_entities.id'])
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .orderBy('graph_entities.id')
    .limit(MOST_NAMES)
    .execute()
}
