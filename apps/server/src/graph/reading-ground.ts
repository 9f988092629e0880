import { setImmediate as nextTurn } from 'node:timers/promises'
import { indexPeople, type KnownName, type KnownPerson, RELATION_MODEL } from '@parley/knowledge'
import { sql } from 'kysely'
import type { Database } from '../store/database'

/** Who and what is known by name while something is read. */
export interface ReadingGround {
  readonly people: readonly KnownPerson[]
  readonly byId: ReadonlyMap<string, KnownPerson>
  /** Of whoever is in one group alone, its name: what they mean by "we". */
  readonly teamOf: ReadonlyMap<string, string>
}

/** The directory as it is now; read again only where it has changed since, which the database is asked each time. */
export class ReadingGrounds {
  private known: { readonly standing: string; readonly ground: ReadingGround } | undefined

  async read(rows: Database): Promise<ReadingGround> {
    const standing = await readStanding(rows)
    if (this.known?.standing !== standing) this.known = { standing, ground: await readGround(rows) }
    return this.known.ground
  }
}

/** Tells whether anybody has come, gone, changed their name or their group, in one value. */
async function readStanding(rows: Database): Promise<string> {
  const groups = await selectTeams(rows)
    .select(
      sql<string>`count(*) || ':' || coalesce(sum(hashtextextended(members.user_id::text || user_groups.name, 0)), 0)`.as(
        'standing',
      ),
    )
    .executeTakeFirstOrThrow()
  const { standing } = await selectPeople(rows)
    .select(
      sql<string>`count(*) || ':' || coalesce(sum(hashtextextended(id::text || chr(1) || name || chr(1) || aliases::text, 0)), 0)`.as(
        'standing',
      ),
    )
    .executeTakeFirstOrThrow()
  return `${standing} ${groups.standing}`
}

async function readGround(rows: Database): Promise<ReadingGround> {
  const people = await selectPeople(rows).select(['id', 'name', 'aliases']).execute()
  // A directory of thousands is made ready between the turns of the event loop.
  for (const _ of indexPeople(people)) await nextTurn()
  const teams = await selectTeams(rows)
    .select(({ fn }) => ['members.user_id', fn.min('user_groups.name').as('name')])
    .groupBy('members.user_id')
    .having(({ fn }) => fn.countAll(), '=', 1)
    .execute()
  return {
    people,
    byId: new Map(people.map((person) => [person.id, person])),
    teamOf: new Map(teams.map(({ user_id, name }) => [user_id, name])),
  }
}

const selectTeams = (rows: Database) =>
  rows
    .selectFrom('user_group_members as members')
    .innerJoin('user_groups', 'user_groups.id', 'members.group_id')
    .where('user_groups.archived_at', 'is', null)

const selectPeople = (rows: Database) =>
  rows.selectFrom('users').where('kind', '=', 'person').where('is_active', '=', true)

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
