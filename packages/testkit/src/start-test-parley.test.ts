import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestParley, type TestParley } from './start-test-parley'

describe('settling', () => {
  let parley: TestParley
  beforeAll(async () => {
    parley = await startTestParley()
  })
  afterAll(() => parley[Symbol.asyncDispose]())

  const say = (channelId: string, text: string) =>
    parley.owner.http.command('messages.send', { channelId, text, clientMessageId: randomUUID() })
  const understood = async () => {
    const rows = await parley.server.services.store.rows.selectFrom('understandings').select('message_id').execute()
    return rows.map((row) => row.message_id)
  }

  test('waits for what the assistant has to read', async () => {
    const channel = await parley.createChannel('read', [], { withAssistant: true })
    const { message } = await say(channel.id, '下周三下午开会')
    await parley.settle()
    expect(await understood()).toContain(message.id)
  })

  test('does not wait for what was said before the assistant joined', async () => {
    const channel = await parley.createChannel('before')
    const { message } = await say(channel.id, 'nobody reads this')
    await parley.owner.http.command('channels.addMember', { channelId: channel.id, userId: parley.assistant.id })
    await parley.settle()
    expect(await understood()).not.toContain(message.id)
  })

  test('waits again for what is said after it came back', async () => {
    const channel = await parley.createChannel('again', [], { withAssistant: true })
    const body = { channelId: channel.id, userId: parley.assistant.id }
    await parley.owner.http.command('channels.removeMember', body)
    await say(channel.id, 'meanwhile')
    await parley.owner.http.command('channels.addMember', body)
    await parley.settle()
    const { message } = await say(channel.id, 'back again')
    await parley.settle()
    expect(await understood()).toContain(message.id)
  })
})
