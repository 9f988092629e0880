import { randomUUID } from 'node:crypto'
import { createHttpClient } from '@parley/client'
import type { ChannelId, GraphEdge, GraphEntity, GraphEntityId, MessageId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GRAPH_PARTS, readNew } from '../../graph/read-new'
import { ReadingGrounds } from '../../graph/reading-ground'
import { entitiesNamed } from '../../queries/graph/entities-named'
import { ownView } from '../../queries/graph/graph-viewer'
import { readEvidence } from '../../queries/graph/list-evidence'
import { readActor } from '../../queries/read-actor'
import { GRAPH_READER } from '../../store/graph-sources'
import { addStatement, dropAllFallen } from '../../store/graph-writes'
import { lockGraph } from '../../store/lock-graph'

let parley: TestParley
let wei: TestPerson
let na: TestPerson
let ann: TestPerson
let guest: TestPerson
let team: ChannelId
let board: ChannelId

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  na = await parley.addPerson('Li Na')
  ann = await parley.addPerson('Ann')
  guest = await parley.addPerson('Gus', { role: 'guest' })
  team = (await parley.createChannel('team', [wei, na, ann])).id
  board = (await parley.createChannel('board', [na], { kind: 'private' })).id
})
afterAll(() => parley[Symbol.asyncDispose]())

async function say({ http }: TestPerson, text: string, channelId = team): Promise<MessageId> {
  const { message } = await http.command('messages.send', { channelId, text, clientMessageId: randomUUID() })
  await parley.server.graphRead()
  return message.id
}

const find = async ({ http }: TestPerson, name: string) => (await http.query('graph.find', { name })).entities
async function entity(person: TestPerson, name: string): Promise<GraphEntity> {
  const [found] = await find(person, name)
  if (!found) throw new Error(`nobody told ${person.user.name} of ${name}`)
  return found
}
const around = ({ http }: TestPerson, entityId: GraphEntityId, more: object = {}) =>
  http.query('graph.around', { entityId, ...more })

/** Edges at an entity in words. */
async function said(person: TestPerson, name: string, more: object = {}): Promise<string[]> {
  const { entities, edges } = await around(person, (await entity(person, name)).id, more)
  const nameOf = (id: string) => entities.find((one) => one.id === id)?.name
  return edges.map(({ fromId, type, toId }) => `${nameOf(fromId)} ${type} ${nameOf(toId)}`).sort()
}
async function edgeOf(person: TestPerson, name: string, type: string, more: object = {}): Promise<GraphEdge> {
  const { edges } = await around(person, (await entity(person, name)).id, more)
  const edge = edges.find((one) => one.type === type)
  if (!edge) throw new Error(`${name} has no edge ${type}`)
  return edge
}

const workspaceId = async () =>
  (await parley.server.services.store.rows.selectFrom('workspaces').select('id').executeTakeFirstOrThrow()).id

/** Transactions that wait for another one. */
async function countWaiting(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_locks where not granted and database = (
      select oid from pg_database where datname = current_database())`.execute(parley.server.services.store.rows)
  return rows[0]?.count ?? 0
}

describe('the graph', () => {
  it('is read out of messages, in either language, people as the directory knows them', async () => {
    await say(na, 'The payment gateway depends on the ledger service.')
    await say(wei, '我负责支付中台。')
    await say(ann, 'Li Na is responsible for the payment gateway.')
    expect(await said(ann, 'payment gateway')).toEqual([
      'Li Na responsible_for payment gateway',
      'payment gateway depends_on ledger service',
    ])
    expect(await said(ann, '王伟')).toEqual(['王伟 responsible_for 支付中台'])
    expect((await entity(ann, 'Li Na')).userId).toBe(na.user.id)
  })

  it('quotes where an edge stands, as it stands there', async () => {
    const messageId = await say(na, 'Hello all. The invoice service depends on the tax engine. Thanks!')
    const { id } = await edgeOf(wei, 'invoice service', 'depends_on')
    const { evidence } = await wei.http.query('graph.evidence', { edgeId: id as never })
    expect(evidence).toMatchObject([
      { source: { kind: 'message', said: { messageId, text: 'The invoice service depends on the tax engine.' } } },
    ])
  })

  it('is quoted of each edge, however often another one is said', async () => {
    await say(na, 'The loud service depends on the noise database. The calm service depends on the pond database.')
    const [loud, calm] = [
      (await edgeOf(ann, 'loud service', 'depends_on')).id,
      (await edgeOf(ann, 'calm service', 'depends_on')).id,
    ]
    const { rows } = parley.server.services.store
    await sql`
      insert into graph_evidence
      select (jsonb_populate_record(said, jsonb_build_object('id', gen_random_uuid(), 'at', now() + interval '1 day'))).*
      from graph_evidence said, generate_series(1, 150) where said.edge_id = ${loud}::uuid`.execute(rows)
    const viewer = await ownView(rows, await readActor(rows, await workspaceId(), ann.user.id))
    const quoted = await readEvidence(rows, viewer, [loud, calm])
    expect(quoted.map(({ edgeId }) => edgeId)).toContain(calm)
    expect(quoted.filter(({ edgeId }) => edgeId === loud)).toHaveLength(50)
    await rows
      .deleteFrom('graph_evidence')
      .where('edge_id', '=', loud)
      .where('at', '>', new Date(Date.now() + 60_000))
      .execute()
  })

  it('keeps what an expert adds while what nothing shows falls', async () => {
    const { edge } = await parley.owner.http.command('graph.add', {
      ...{ type: 'located_in', from: { name: 'Sundial', kind: 'product' }, to: { name: 'Lawn', kind: 'place' } },
    })
    const { id } = edge
    const { rows } = parley.server.services.store
    const { from_id, to_id } = await rows
      .selectFrom('graph_edges')
      .select(['from_id', 'to_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await rows.deleteFrom('graph_evidence').where('edge_id', '=', id).execute()
    const statement = { type: 'located_in' as const, ids: [from_id, to_id] as const, by: na.user.id }
    let falling: Promise<void> | undefined
    await rows.transaction().execute(async (transaction) => {
      await lockGraph(transaction)
      const times = { at: new Date(), since: null, until: null }
      await addStatement(transaction, await workspaceId(), { ...statement, ...times })
      falling = dropAllFallen(rows)
      await until(async () => (await countWaiting()) > 0, 'what falls waits for the expert')
    })
    await falling
    expect(await said(ann, 'Sundial')).toEqual(['Sundial located_in Lawn'])
  })

  it('is read out of tables of documents, whose next version takes its place', async () => {
    const table = (owner: string) =>
      `# Systems\n\n| System | Owner | Depends on |\n| --- | --- | --- |\n| Crane API | ${owner} | Yard database |\n`
    const add = (text: string, documentId?: string) =>
      parley.owner.http.command('knowledge.addDocument', {
        ...{ title: 'Systems', text, mimeType: 'text/markdown' as const },
        ...(documentId && { documentId: documentId as never }),
      })
    const { document } = await add(table('Li Na'))
    await parley.server.graphRead()
    expect(await said(ann, 'Crane API')).toEqual(['Crane API depends_on Yard database', 'Li Na owns Crane API'])
    await add(table('王伟'), document.id)
    await parley.server.graphRead()
    expect(await said(ann, 'Crane API')).toEqual(['Crane API depends_on Yard database', '王伟 owns Crane API'])
    await parley.owner.http.command('knowledge.removeDocument', { documentId: document.id })
    expect(await find(ann, 'Crane API')).toEqual([])
  })

  it('knows of the directory: titles', async () => {
    await na.http.command('users.updateProfile', { title: 'Head of Procurement' })
    await parley.server.graphRead()
    expect(await said(ann, 'Procurement')).toEqual(['Li Na responsible_for Procurement'])
    expect(await find(guest, 'Procurement')).toEqual([])
  })

  it('knows whoever joins while it is read', async () => {
    const { rows } = parley.server.services.store
    const { id } = (await parley.addPerson('Zoe Hart')).user
    await parley.server.graphRead()
    const set = (columns: { is_active: boolean; title?: string }) =>
      rows.updateTable('users').set(columns).where('id', '=', id).execute()
    await set({ is_active: false })
    let hasJoined = false
    const joining = rows.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (!hasJoined) await set({ is_active: true, title: 'Head of Falconry' })
        hasJoined = true
        return result
      },
    })
    await readNew(joining, new Set(GRAPH_PARTS), new ReadingGrounds(), new AbortController().signal)
    expect(await said(ann, 'Falconry')).toEqual(['Zoe Hart responsible_for Falconry'])
  })

  it('says that something has ended, and shows it as of before', async () => {
    await say(ann, 'Li Na owns the badge printer service.')
    const before = new Date().toISOString()
    await say(ann, 'Li Na no longer owns the badge printer service.')
    expect(await said(wei, 'badge printer service')).toEqual([])
    expect(await said(wei, 'badge printer service', { asOf: before })).toEqual(['Li Na owns badge printer service'])
  })
})

describe('what may not be read', () => {
  it('is not in the graph: no entity, no edge, no count, no path, no evidence', async () => {
    await say(na, 'Project Zephyr depends on the turbine service.', board)
    const edge = await edgeOf(na, 'Project Zephyr', 'depends_on')
    const zephyr = await entity(na, 'Project Zephyr')
    expect(await find(ann, 'Zephyr')).toEqual([])
    expect(await find(ann, 'turbine')).toEqual([])
    await expect(around(ann, zephyr.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(ann.http.query('graph.evidence', { edgeId: edge.id as never })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(ann.http.command('graph.confirm', { edgeId: edge.id as never })).rejects.toMatchObject({
      code: 'not_found',
    })
    const listed = await ann.http.query('graph.find', {})
    expect(JSON.stringify(listed)).not.toContain('Zephyr')
  })

  it('adds nothing to what is known from elsewhere', async () => {
    await say(ann, 'The crane portal depends on the yard service.')
    await say(na, 'The crane portal depends on the yard service.', board)
    expect((await edgeOf(na, 'crane portal', 'depends_on')).evidenceCount).toBe(2)
    expect((await edgeOf(ann, 'crane portal', 'depends_on')).evidenceCount).toBe(1)
  })

  it('crowds out no name that a reader may know of', async () => {
    await say(ann, 'The elk app depends on the yard service.')
    const hidden = Array.from(
      'abcdefghijkl',
      (letter) => `The long ${letter}${letter} beaver service depends on the log database.`,
    )
    for (const text of hidden) await say(na, text, board)
    const asked = [...hidden, 'What about the elk app?']
    const { rows } = parley.server.services.store
    const named = async ({ user }: TestPerson) => {
      const found = await entitiesNamed(
        rows,
        await ownView(rows, await readActor(rows, await workspaceId(), user.id)),
        asked,
      )
      return found.map(({ name }) => name)
    }
    expect(await named(na)).toHaveLength(10)
    expect(await named(ann)).toEqual(['elk app'])
  })

  it('is gone with whoever is removed from a channel', async () => {
    const den = (await parley.createChannel('den', [ann], { kind: 'private' })).id
    await say(ann, 'The fox module is part of the den platform.', den)
    expect(await find(ann, 'fox module')).toHaveLength(1)
    await parley.owner.http.command('channels.removeMember', { channelId: den, userId: ann.user.id })
    expect(await find(ann, 'fox module')).toEqual([])
  })
})

describe('a message that changes', () => {
  it('takes its edges along when it is deleted, and their names are forgotten', async () => {
    const messageId = await say(ann, 'The owl service depends on the mouse database.')
    expect(await find(wei, 'owl service')).toHaveLength(1)
    await ann.http.command('messages.delete', { messageId })
    expect(await find(wei, 'owl service')).toEqual([])
    const { rows } = parley.server.services.store
    const names = () => rows.selectFrom('graph_entities').select('name').where('name', 'like', '%owl%').execute()
    await until(async () => (await names()).length === 0, 'the name is forgotten')
  })

  it('shows what it says now when it is edited, and what experts said of it stays', async () => {
    const messageId = await say(ann, 'The hawk service depends on the wind database.')
    const edge = await edgeOf(wei, 'hawk service', 'depends_on')
    await parley.owner.http.command('graph.reject', { edgeId: edge.id as never })
    await ann.http.command('messages.edit', { messageId, text: 'Well: the hawk service depends on the wind database.' })
    await parley.server.graphRead()
    expect(await edgeOf(wei, 'hawk service', 'depends_on', { withProposed: 'true' })).toMatchObject({
      state: 'rejected',
    })
    await ann.http.command('messages.edit', { messageId, text: 'The hawk service depends on the sun database.' })
    await parley.server.graphRead()
    expect(await said(wei, 'hawk service')).toEqual(['hawk service depends_on sun database'])
  })

  it('states nothing when a bot wrote it, also once it is edited', async () => {
    const { user, token } = await parley.owner.http.command('bots.create', { name: 'Newt' })
    await ann.http.command('channels.addMember', { channelId: team, userId: user.id })
    const newt = { ...ann, http: createHttpClient({ baseUrl: parley.url, token }) }
    const messageId = await say(newt, 'The newt service depends on the pond database.')
    expect(await find(ann, 'newt service')).toEqual([])
    await newt.http.command('messages.edit', { messageId, text: 'The newt service depends on the lake database.' })
    await parley.server.graphRead()
    expect(await find(ann, 'newt service')).toEqual([])
  })

  it('reads the same when everything is read again', async () => {
    const before = await said(wei, 'payment gateway')
    const { rows } = parley.server.services.store
    const count = async () => (await rows.selectFrom('graph_evidence').select('id').execute()).length
    const evidence = await count()
    await rows.deleteFrom('reader_cursors').where('reader', '=', GRAPH_READER).execute()
    await rows.deleteFrom('graph_readings').execute()
    await parley.server.graphRead()
    expect(await count()).toBe(evidence)
    expect(await said(wei, 'payment gateway')).toEqual(before)
  })
})

describe('experts', () => {
  it('confirm and reject, which everybody sees, and take it back; others may not, but of what is about them', async () => {
    await say(ann, 'Li Na is responsible for the lunch portal.')
    const { id } = await edgeOf(ann, 'lunch portal', 'responsible_for')
    const edgeId = id as never
    await expect(ann.http.command('graph.reject', { edgeId })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await na.http.command('graph.confirm', { edgeId })).edge).toMatchObject({
      state: 'confirmed',
      confidence: 1,
    })
    await parley.owner.http.command('graph.reject', { edgeId })
    expect(await said(ann, 'Li Na')).not.toContain('Li Na responsible_for lunch portal')
    expect((await parley.owner.http.command('graph.reopen', { edgeId })).edge.state).toBe('found')
    const { entries } = await parley.owner.http.query('audit.list', {})
    expect(entries.slice(0, 3).map(({ kind }) => kind)).toEqual(['edge-reopened', 'edge-rejected', 'edge-confirmed'])
    expect(JSON.stringify(entries)).not.toContain('lunch portal')
  })

  it('add an edge by their word, which members see and guests do not, and withdraw it', async () => {
    const body = {
      type: 'located_in' as const,
      from: { name: 'Plotter', kind: 'product' as const },
      to: { name: 'Cellar', kind: 'place' as const },
    }
    await expect(ann.http.command('graph.add', body)).rejects.toMatchObject({ code: 'forbidden' })
    const { edge } = await parley.owner.http.command('graph.add', body)
    expect(await said(ann, 'Plotter')).toEqual(['Plotter located_in Cellar'])
    expect(await find(guest, 'Plotter')).toEqual([])
    await parley.owner.http.command('graph.withdraw', { edgeId: edge.id as never })
    expect(await find(ann, 'Plotter')).toEqual([])
  })

  it('who have left have their word withdrawn by an administrator, and by nobody else', async () => {
    const paul = await parley.addPerson('Paul', { role: 'administrator' })
    const from = { name: 'Kiln', kind: 'product' as const }
    const { edge } = await paul.http.command('graph.add', {
      ...{ type: 'located_in', from, to: { name: 'Yard', kind: 'place' } },
    })
    const body = { edgeId: edge.id as never, userId: paul.user.id }
    await parley.owner.http.command('users.setRole', { userId: paul.user.id, role: 'member' })
    await expect(ann.http.command('graph.withdraw', body)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(parley.owner.http.command('graph.withdraw', { edgeId: body.edgeId })).rejects.toMatchObject({
      code: 'not_found',
    })
    await parley.owner.http.command('graph.withdraw', body)
    expect(await find(ann, 'Kiln')).toEqual([])
  })

  it('are told what they may decide: all, what is about them, or nothing', async () => {
    await say(ann, 'Ann is responsible for the piano.')
    const { id } = await entity(ann, 'piano')
    const mayOf = async (person: TestPerson) => (await around(person, id)).say
    expect([await mayOf(parley.owner), await mayOf(ann)]).toEqual(['everything', 'own'])
    expect((await guest.http.query('graph.review', {})).say).toBe('nothing')
  })

  it('merge what is one, and split it again', async () => {
    await say(ann, 'Bob Miller owns the pay gate. The pay gate depends on the coin service.')
    await say(ann, 'The pay gateway depends on the note service.')
    const [gate, gateway] = [await entity(ann, 'pay gate'), await entity(ann, 'pay gateway')]
    const { entity: merged } = await parley.owner.http.command('graph.merge', { entityId: gate.id, intoId: gateway.id })
    expect(merged).toMatchObject({
      id: gateway.id,
      name: 'pay gateway',
      aliases: ['pay gate'],
      merged: [{ id: gate.id, name: 'pay gate' }],
    })
    const joined = [
      'Bob Miller owns pay gateway',
      'pay gateway depends_on coin service',
      'pay gateway depends_on note service',
    ]
    expect(await said(ann, 'pay gate')).toEqual(joined)
    await parley.owner.http.command('graph.split', { entityId: gate.id })
    expect(await said(ann, 'pay gateway')).toEqual(['pay gateway depends_on note service'])
  })

  it('reject for good what two merged things both had', async () => {
    await say(ann, 'The stamp desk depends on the letter database.')
    await say(ann, 'The stamp counter depends on the letter database.')
    const [desk, counter] = [await entity(ann, 'stamp desk'), await entity(ann, 'stamp counter')]
    await parley.owner.http.command('graph.merge', { entityId: desk.id, intoId: counter.id })
    const edge = await edgeOf(ann, 'stamp counter', 'depends_on')
    expect(edge.evidenceCount).toBe(2)
    await parley.owner.http.command('graph.reject', { edgeId: edge.id as never })
    expect(await said(ann, 'stamp counter')).toEqual([])
    await parley.owner.http.command('graph.reopen', { edgeId: edge.id as never })
    expect(await said(ann, 'stamp counter')).toEqual(['stamp counter depends_on letter database'])
  })

  it('split what two things are called by, also for what is read again', async () => {
    const messageId = await say(ann, 'The mercury service depends on the planet database.')
    await say(ann, 'The mercury service is part of the chemistry platform.')
    const edge = await edgeOf(ann, 'mercury service', 'depends_on')
    const { id: entityId } = await entity(ann, 'mercury service')
    const body = { entityId, edgeIds: [edge.id as never], name: 'mercury probe' }
    await parley.owner.http.command('graph.split', body)
    await ann.http.command('messages.edit', {
      messageId,
      text: 'The mercury service depends on the planet database, still.',
    })
    await parley.server.graphRead()
    expect(await said(ann, 'mercury probe')).toEqual(['mercury probe depends_on planet database'])
    expect(await said(ann, 'mercury service')).toEqual(['mercury service part_of chemistry platform'])
  })
})

describe('what follows', () => {
  it('is told by rules, with what it follows from, and only from what may be read', async () => {
    await say(ann, 'The atlas portal depends on the pump service.')
    await say(na, 'The pump service depends on the valve database.', board)
    const derived = await said(na, 'atlas portal', { depth: 2, withRules: 'true' })
    expect(derived).toContain('atlas portal depends_on valve database')
    expect(await said(ann, 'atlas portal', { depth: 2, withRules: 'true' })).toEqual([
      'atlas portal depends_on pump service',
    ])
  })

  it('is not told from what an expert rejected, nor against it', async () => {
    await say(ann, 'The moss portal depends on the fern service. The fern service depends on the reed database.')
    const more = { depth: 2, withRules: 'true', withProposed: 'true' }
    expect(await said(ann, 'moss portal', more)).toContain('moss portal depends_on reed database')
    const fern = await entity(ann, 'fern service')
    const { edges } = await around(ann, fern.id)
    const premise = edges.find(({ fromId }) => fromId === fern.id)
    await parley.owner.http.command('graph.reject', { edgeId: premise?.id as never })
    const left = await said(ann, 'moss portal', more)
    expect(left).toContain('fern service depends_on reed database')
    expect(left).not.toContain('moss portal depends_on reed database')
  })

  it('ends when the first of what it follows from does', async () => {
    const [soon, later] = ['2099-03-01T00:00:00.000Z', '2099-09-01T00:00:00.000Z']
    const add = (from: string, to: string, until: string) =>
      parley.owner.http.command('graph.add', {
        ...{ type: 'part_of', from: { name: from, kind: 'topic' }, to: { name: to, kind: 'topic' }, until },
      })
    await add('Rung', 'Ladder', later)
    await add('Ladder', 'Scaffold', soon)
    const { edges } = await around(ann, (await entity(ann, 'Rung')).id, { depth: 2, withRules: 'true' })
    expect(edges.find(({ because }) => because)?.until).toBe(soon)
  })

  it('is told by the workspace’s own rules, too', async () => {
    await say(ann, 'The lamp portal uses the switch database. Li Na owns the switch database.')
    const rule = {
      name: 'whoever owns what is used knows who uses it',
      when: [
        { type: 'owns' as const, from: 'a' as const, to: 'b' as const },
        { type: 'uses' as const, from: 'c' as const, to: 'b' as const },
      ],
      follows: { type: 'knows' as const, from: 'a' as const, to: 'c' as const },
    }
    const { rule: saved } = await parley.owner.http.command('graph.saveRule', rule)
    const more = { depth: 2, withRules: 'true' }
    expect(await said(ann, 'lamp portal', more)).toContain('Li Na knows lamp portal')
    await expect(
      parley.owner.http.command('graph.saveRule', { ...rule, follows: { ...rule.follows, to: 'a' } }),
    ).rejects.toMatchObject({ code: 'graph_rule_unusable' })
    await parley.owner.http.command('graph.removeRule', { ruleId: saved.id as never })
    expect(await said(ann, 'lamp portal', more)).not.toContain('Li Na knows lamp portal')
  })

  it('is told no more when its rule is off; each rule says what it adds, with an example', async () => {
    await say(ann, 'The kite portal depends on the string service. The string service depends on the knot database.')
    const more = { depth: 2, withRules: 'true' }
    const follows = 'kite portal depends_on knot database'
    expect(await said(ann, 'kite portal', more)).toContain(follows)
    const { effects, edges } = await ann.http.query('graph.effects', {})
    const effect = effects.find(({ key }) => key === 'transitive-depends_on')
    expect(edges.find(({ id }) => id === effect?.exampleId)).toMatchObject({ type: 'depends_on', rule: effect?.key })
    const body = { key: 'transitive-depends_on', isOn: false }
    await expect(ann.http.command('graph.switchRule', body)).rejects.toMatchObject({ code: 'forbidden' })
    await parley.owner.http.command('graph.switchRule', body)
    expect(await said(ann, 'kite portal', more)).not.toContain(follows)
    const left = await ann.http.query('graph.effects', {})
    expect(left.effects.map(({ key }) => key)).not.toContain(body.key)
    await parley.owner.http.command('graph.switchRule', { ...body, isOn: true })
    expect(await said(ann, 'kite portal', more)).toContain(follows)
  })

  it('contradicts what is known where a rule goes too far', async () => {
    await say(ann, 'Li Na owns the gong service. Ann uses the gong service.')
    const rule = {
      name: 'whoever uses it owns it',
      when: [{ type: 'uses' as const, from: 'a' as const, to: 'b' as const }],
      follows: { type: 'owns' as const, from: 'a' as const, to: 'b' as const },
    }
    const { rule: saved } = await parley.owner.http.command('graph.saveRule', rule)
    const { contradictions, edges } = await ann.http.query('graph.effects', {})
    const ofRule = contradictions.filter(({ edgeIds }) =>
      edges.some(({ id, rule }) => edgeIds.includes(id) && rule === saved.key),
    )
    expect(ofRule.map(({ kind, type }) => `${kind} ${type}`)).toContain('too-many owns')
    await parley.owner.http.command('graph.removeRule', { ruleId: saved.id as never })
  })

  it('is found as a path between two, edge by edge', async () => {
    await say(ann, 'The east portal depends on the mid service. The mid service depends on the west database.')
    const [east, west] = [await entity(ann, 'east portal'), await entity(ann, 'west database')]
    const { paths, edges } = await ann.http.query('graph.paths', { fromId: east.id, toId: west.id })
    expect(paths).toHaveLength(1)
    expect(paths[0]?.map((id) => edges.find((edge) => edge.id === id)?.type)).toEqual(['depends_on', 'depends_on'])
  })

  it('contradicts itself where it does: two owners, and a circle', async () => {
    await say(ann, 'Ann owns the sail service. Li Na owns the sail service.')
    await say(ann, 'The hull module is part of the keel module. The keel module is part of the hull module.')
    const { contradictions, say: may } = await wei.http.query('graph.review', {})
    expect(contradictions.map(({ kind, type }) => `${kind} ${type}`)).toEqual(
      expect.arrayContaining(['too-many owns', 'circle part_of']),
    )
    expect(may).toBe('own')
  })
})
