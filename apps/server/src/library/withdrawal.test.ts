import { randomUUID } from 'node:crypto'
import type { ChannelId, CollectionId, DocumentId, MessageId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'

/* What is withdrawn is in no answer any more when its withdrawal answers, wherever answers are given, and within a second. */

const SECOND_MS = 1_000
let parley: TestParley
let ahead = 0
let wei: TestPerson
let channelId: ChannelId
let asked: MessageId
let collectionId: CollectionId
let documentId: DocumentId

beforeAll(async () => {
  parley = await startTestParley({ now: () => new Date(Date.now() + ahead) })
  wei = await parley.addPerson('王伟')
  channelId = (await parley.createChannel('quays', [wei], { withAssistant: true })).id
  await parley.owner.http.command('channels.setRules', { channelId, suggestsAnswers: true })
})
afterAll(() => parley[Symbol.asyncDispose]())

const QUESTION = 'Where does the ferry crane stand?'
const FACT = 'The ferry crane stands at quay seventeen.'
/** Read into the graph, too. */
const EDGE = 'The ferry crane module depends on the quay database.'

async function shelve(): Promise<void> {
  const { http, user } = parley.owner
  const readerIds = [user.id, wei.user.id]
  collectionId = (await http.command('knowledge.createCollection', { name: randomUUID(), readerIds })).collection.id
  const body = { title: 'Quays', text: `${FACT}\n\n${EDGE}`, collectionId }
  documentId = (await http.command('knowledge.addDocument', body)).document.id
  await parley.server.graphRead()
  const sent = { channelId, text: QUESTION, clientMessageId: randomUUID() }
  asked = (await wei.http.command('messages.send', sent)).message.id
  await parley.settle()
}

/** Everything that one may learn of it by. */
async function whatIsKnown(): Promise<string> {
  const { http } = wei
  const known = [
    (await http.command('assistant.ask', { text: QUESTION })).reply,
    (await http.query('assistant.lookUp', { text: QUESTION })).reply,
    (await http.command('assistant.lookInto', { messageId: asked })).reply,
    (await http.command('assistant.ask', { text: 'What does the ferry crane module depend on?' })).reply.text,
    (await http.query('graph.find', { name: 'ferry crane module' })).entities,
  ]
  return JSON.stringify(known)
}

it.each([
  ['removed', () => parley.owner.http.command('knowledge.removeDocument', { documentId })],
  ['taken out of answers', () => parley.owner.http.command('knowledge.setOutdated', { documentId, isOutdated: true })],
  [
    'closed to its reader',
    () => parley.owner.http.command('knowledge.updateCollection', { collectionId, readerIds: [parley.owner.user.id] }),
  ],
] as const)('a document that is %s is in no answer, look-up, graph or suggestion any more', async (_, withdraw) => {
  await shelve()
  const known = await whatIsKnown()
  expect(known).toContain('quay seventeen')
  expect(known).toContain('quay database')
  expect(known).toContain('"name":"ferry crane module"')
  const began = performance.now()
  await withdraw()
  expect(performance.now() - began).toBeLessThan(SECOND_MS)
  expect(await whatIsKnown()).not.toMatch(/quay seventeen|quay database|"name":"ferry crane module"/)
  ahead += 10 * 60_000
  await parley.server.suggestAnswers()
  const { messages } = await wei.http.query('messages.list', { channelId, threadId: asked })
  expect(JSON.stringify(messages)).not.toContain('quay seventeen')
})
