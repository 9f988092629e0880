import { randomUUID } from 'node:crypto'
import type { ChannelId, GraphEdgeId, GraphEntityId, MessageId, RuleDefinition } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

let parley: TestParley
let wei: TestPerson
let na: TestPerson
let team: ChannelId
let board: ChannelId

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  na = await parley.addPerson('Li Na')
  team = (await parley.createChannel('team', [wei, na], { withAssistant: true })).id
  board = (await parley.createChannel('board', [na], { kind: 'private' })).id
})
afterAll(() => parley[Symbol.asyncDispose]())
beforeEach(async () => {
  const { store, rules } = parley.server.services
  await store.rows.updateTable('rules').set({ removed_at: store.now() }).execute()
  await rules.use()
})

async function say({ http }: TestPerson, text: string, channelId = team): Promise<MessageId> {
  const { message } = await http.command('messages.send', { channelId, text, clientMessageId: randomUUID() })
  await parley.server.graphRead()
  return message.id
}

async function entityId(name: string): Promise<GraphEntityId> {
  const { entities } = await parley.owner.http.query('graph.find', { name })
  const [found] = entities
  if (!found) throw new Error(`the graph knows nothing called ${name}`)
  return found.id
}

const urgentFor = (toId: GraphEntityId): RuleDefinition => ({
  kind: 'if-then',
  when: [{ kind: 'relation', type: 'responsible_for', toId }],
  conclusion: { about: 'urgency', value: 'high' },
  strength: { kind: 'must' },
})
const save = (definition: RuleDefinition) =>
  parley.owner.http.command('rules.save', { name: 'on call', definition }).then(({ rule }) => rule)
const urgency = async (text: string) =>
  (await wei.http.command('understand', { text })).understanding.tone?.urgency?.name
const why = (messageId: MessageId, person = wei) => person.http.query('messages.understanding', { messageId })
const isKept = async (messageId: MessageId) =>
  (await parley.server.services.store.rows.selectFrom('understandings').select('message_id').execute()).some(
    ({ message_id }) => message_id === messageId,
  )

describe('a rule about whom a message names', () => {
  test('holds by an edge of the graph, which “Why?” shows as long as it is there', async () => {
    const ground = await say(na, 'Li Na is responsible for the payment gateway.')
    const toId = await entityId('payment gateway')
    const { id } = await save(urgentFor(toId))
    expect((await parley.owner.http.query('rules.list', {})).entities).toEqual([{ id: toId, name: 'payment gateway' }])
    const messageId = await say(wei, '请 Li Na 看一下')
    await expect.poll(() => isKept(messageId)).toBe(true)
    const { understanding, ruleEdges } = await why(messageId)
    expect(understanding?.tone?.urgency).toMatchObject({ name: 'high', probability: 1 })
    expect(ruleEdges).toMatchObject([{ type: 'responsible_for', from: 'Li Na', to: 'payment gateway', toId }])
    expect(understanding?.rules?.applied).toMatchObject([
      { id, outcome: 'decided', spans: [{ start: 2, end: 7, edgeId: ruleEdges?.[0]?.id }] },
    ])
    expect(await urgency('请王伟看一下')).toBeUndefined()
    await na.http.command('messages.delete', { messageId: ground })
    await parley.server.graphRead()
    expect(await urgency('请 Li Na 看一下')).toBeUndefined()
    expect((await why(messageId)).ruleEdges).toBeUndefined()
    expect((await parley.owner.http.query('rules.list', {})).rules).toMatchObject([
      { faults: [{ path: ['when', 0, 'toId'], code: 'unknown_entity' }] },
    ])
  })

  test('does not hold by what is said in private, and cannot name what is known there alone', async () => {
    await say(na, 'Li Na is responsible for the mail server.')
    await save(urgentFor(await entityId('mail server')))
    await say(na, '王伟 is responsible for the mail server. 王伟 is responsible for Project Heron.', board)
    expect(await urgency('Li Na, please')).toBe('high')
    expect(await urgency('王伟，请看')).toBeUndefined()
    await expect(save(urgentFor(await entityId('Heron')))).rejects.toMatchObject({
      ...{ code: 'rule_faulty', parameters: { path: 'when.0.toId', reason: 'unknown_entity' } },
    })
  })

  test('holds by the word of an administrator, and of no other expert, until it is taken back', async () => {
    const paul = await parley.addPerson('Paul', { role: 'administrator' })
    const ends = { from: { name: '王伟', kind: 'person' }, to: { name: 'Billing', kind: 'system' } } as const
    const { edge } = await paul.http.command('graph.add', { type: 'responsible_for', ...ends })
    await save(urgentFor(edge.toId))
    const messageId = await say(wei, '请王伟看一下账单')
    await expect.poll(() => isKept(messageId)).toBe(true)
    expect((await why(messageId)).ruleEdges).toMatchObject([{ from: '王伟', to: 'Billing' }])
    expect(await urgency('请王伟看一下')).toBe('high')
    await parley.owner.http.command('users.setRole', { userId: paul.user.id, role: 'member' })
    expect(await urgency('请王伟看一下')).toBeUndefined()
    await parley.owner.http.command('graph.add', { type: 'responsible_for', ...ends })
    expect(await urgency('请王伟看一下')).toBe('high')
    await parley.owner.http.command('graph.withdraw', { edgeId: edge.id as GraphEdgeId })
    expect(await urgency('请王伟看一下')).toBeUndefined()
  })

  test('follows what administrators decide about what was read', async () => {
    await say(na, 'Li Na is responsible for the archive room.')
    const toId = await entityId('archive room')
    await save(urgentFor(toId))
    const { edges } = await parley.owner.http.query('graph.around', { entityId: toId })
    const edgeId = edges[0]?.id as GraphEdgeId
    expect(await urgency('Li Na, please')).toBe('high')
    await parley.owner.http.command('graph.reject', { edgeId })
    expect(await urgency('Li Na, please')).toBeUndefined()
    await parley.owner.http.command('graph.reopen', { edgeId })
    expect(await urgency('Li Na, please')).toBe('high')
  })

  test('waits for what the graph does not know any more to come back', async () => {
    const ground = await say(na, 'Li Na is responsible for the tide gauge.')
    await say(na, '王伟 works on the tide gauge.', board)
    const toId = await entityId('tide gauge')
    await save(urgentFor(toId))
    await na.http.command('messages.delete', { messageId: ground })
    await parley.server.graphRead()
    await parley.server.services.rules.use()
    expect(await urgency('Li Na, please')).toBeUndefined()
    await say(na, 'Li Na is responsible for the tide gauge.')
    expect(await urgency('Li Na, please')).toBe('high')
  })

  test('can be tried before it is saved', async () => {
    await say(na, 'Li Na is responsible for the print shop.')
    await say(wei, 'Ask Li Na about it')
    const definition = urgentFor(await entityId('print shop'))
    const trial = await parley.owner.http.command('rules.try', { definition })
    expect(trial.messages.map(({ text, after }) => [text, after])).toContainEqual(['Ask Li Na about it', 'high'])
    expect(await urgency('Ask Li Na about it')).toBeUndefined()
  })

  test('is refused from a file that names what the graph does not know', async () => {
    const rules = [{ name: 'elsewhere', definition: urgentFor(randomUUID() as GraphEntityId) }]
    const file = { fileName: 'rules.json', content: JSON.stringify({ rules }) }
    await expect(parley.owner.http.command('rules.import', file)).rejects.toMatchObject({
      ...{ code: 'rule_faulty', parameters: { name: 'elsewhere', path: 'when.0.toId', reason: 'unknown_entity' } },
    })
  })
})
