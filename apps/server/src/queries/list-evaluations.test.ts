import { randomUUID } from 'node:crypto'
import type { ChannelId, EvaluationId, Message, MessageLabel } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jsonText } from '../store/json-text'

let parley: TestParley
let wei: TestPerson
let open: ChannelId
/** Without the owner. */
let secret: ChannelId
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  open = (await parley.createChannel('open', [wei])).id
  secret = (await wei.http.command('channels.create', { name: 'secret', kind: 'private' })).channel.id
})
afterAll(() => parley[Symbol.asyncDispose]())

const value = 'book_room'
const label = ({ id }: Message, said: MessageLabel['value'] = value) =>
  wei.http.command('messages.label', { messageId: id, kind: 'intent', value: said })

async function sayLabelled(text: string, channelId = open): Promise<Message> {
  const { message } = await wei.http.command('messages.send', { channelId, text, clientMessageId: randomUUID() })
  await label(message)
  return message
}

/** As a measurement leaves them. */
async function store(messages: readonly Message[]): Promise<EvaluationId> {
  const { rows, now } = parley.server.services.store
  const workspace = await rows.selectFrom('workspaces').select('id').executeTakeFirstOrThrow()
  const errors = messages.map(({ id }) => ({ id, truth: value, prediction: 'greet', confidence: 0.9 }))
  const id = randomUUID()
  await rows
    .insertInto('evaluations')
    .values({
      ...{ id, workspace_id: workspace.id, started_by: parley.owner.user.id, created_at: now(), finished_at: now() },
      ...{ status: 'done', model_id: null, other_model_id: null, failure: null },
      report: jsonText({ kind: 'intent', hasOther: false, errors }),
    })
    .execute()
  return id as EvaluationId
}

test('the errors of a measurement are told of messages that still say it; hidden are only those of other conversations', async () => {
  const seen = await sayLabelled('还有空的会议室吗')
  const hidden = await sayLabelled('a room, please', secret)
  const edited = await sayLabelled('订一间大的')
  const deleted = await sayLabelled('never mind the room')
  const relabelled = await sayLabelled('hello room')
  const unlabelled = await sayLabelled('so many rooms')
  const evaluationId = await store([seen, hidden, edited, deleted, relabelled, unlabelled])
  await wei.http.command('messages.edit', { messageId: edited.id, text: 'something else' })
  await label(edited)
  await wei.http.command('messages.delete', { messageId: deleted.id })
  await label(relabelled, 'greet')
  await wei.http.command('messages.unlabel', { messageId: unlabelled.id, kind: 'intent' })
  const told = await parley.owner.http.query('evaluations.errors', { evaluationId })
  expect(told.errors.map(({ message }) => message.id)).toEqual([seen.id])
  expect(told.hidden).toBe(1)
})
