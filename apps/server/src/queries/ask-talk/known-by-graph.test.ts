import { randomUUID } from 'node:crypto'
import type { ChannelId, GraphEntity } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { graphViewer } from '../graph/graph-viewer'
import { knownByGraph } from './known-by-graph'

let parley: TestParley
let na: TestPerson
let ann: TestPerson
let team: ChannelId
let board: ChannelId

beforeAll(async () => {
  parley = await startTestParley()
  na = await parley.addPerson('Li Na')
  ann = await parley.addPerson('Ann')
  team = (await parley.createChannel('team', [na, ann])).id
  board = (await parley.createChannel('board', [na], { kind: 'private' })).id
})
afterAll(() => parley[Symbol.asyncDispose]())

async function say(text: string, channelId = team): Promise<void> {
  await na.http.command('messages.send', { channelId, text, clientMessageId: randomUUID() })
  await parley.server.graphRead()
}

/** What Li Na is an expert of, as this person may know it, of all that was said in the team. */
async function known({ user }: TestPerson): Promise<string[]> {
  const { store } = parley.server.services
  const { workspace_id: workspaceId } = await store.rows
    .selectFrom('users')
    .select('workspace_id')
    .where('id', '=', user.id)
    .executeTakeFirstOrThrow()
  const actor = { userId: user.id, workspaceId, role: 'member' as const }
  const viewer = await graphViewer(store.rows, { actor, channelId: null })
  const said = await store.rows.selectFrom('messages').select('id').where('channel_id', '=', team).execute()
  const found = await knownByGraph(store.rows, said as never, viewer, store.now())
  return [...new Set(found.filter(({ ownerId }) => ownerId === na.user.id).map(({ title }) => title))]
}

test('whoever had to do with something is no expert of it once that is over, until it is said again', async () => {
  await say('Li Na owns the badge printer service.')
  expect(await known(ann)).toContain('badge printer service')
  await say('Li Na no longer owns the badge printer service.')
  expect(await known(ann)).not.toContain('badge printer service')
  await say('Li Na owns the badge printer service.')
  expect(await known(ann)).toContain('badge printer service')
})

test('an end that the asker may not read of ends nothing for them', async () => {
  await say('Li Na owns the crane portal.')
  await say('Li Na no longer owns the crane portal.', board)
  expect(await known(ann)).toContain('crane portal')
  expect(await known(na)).not.toContain('crane portal')
})

test('an end that an expert stated counts when it is past', async () => {
  await say('Li Na owns the lamp service. Li Na owns the bulb service.')
  const find = async (name: string) => (await na.http.query('graph.find', { name })).entities[0] as GraphEntity
  const state = async (name: string, until: number) =>
    parley.owner.http.command('graph.add', {
      ...{ type: 'owns', since: null, until: new Date(until).toISOString() },
      from: { entityId: (await find('Li Na')).id },
      to: { entityId: (await find(name)).id },
    })
  await state('lamp service', Date.now() + 86_400_000)
  await state('bulb service', Date.now() - 1)
  expect(await known(ann)).toContain('lamp service')
  expect(await known(ann)).not.toContain('bulb service')
})
