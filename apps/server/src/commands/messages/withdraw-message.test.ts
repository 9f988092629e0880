import { randomUUID } from 'node:crypto'
import type { ChannelId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
let channelId: ChannelId

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  channelId = (await parley.createChannel('harbour', [wei])).id
})
afterAll(() => parley[Symbol.asyncDispose]())

const withdraw = (person: TestPerson, clientMessageId: string, from = channelId) =>
  person.http.command('messages.withdraw', { channelId: from, clientMessageId })

async function send(text: string) {
  const clientMessageId = randomUUID()
  await wei.http.command('messages.send', { channelId, text, clientMessageId })
  return clientMessageId
}

const textsOf = async () => {
  const { messages } = await wei.http.query('messages.list', { channelId })
  return messages.map(({ text }) => text)
}

it('takes back one’s own message by the name that its sender gave it', async () => {
  const clientMessageId = await send('too soon')
  const { message } = await withdraw(wei, clientMessageId)
  expect(message).toMatchObject({ clientMessageId, text: '', deletedAt: expect.any(String) })
  expect(await textsOf()).not.toContain('too soon')
})

it('does nothing where it never arrived, is gone already, or stands elsewhere', async () => {
  const clientMessageId = await send('once')
  expect(await withdraw(wei, randomUUID())).toEqual({ message: null })
  const other = await parley.createChannel('elsewhere', [wei])
  expect(await withdraw(wei, clientMessageId, other.id)).toEqual({ message: null })
  expect(await textsOf()).toContain('once')
  await withdraw(wei, clientMessageId)
  expect(await withdraw(wei, clientMessageId)).toEqual({ message: null })
})

it('takes nobody else’s message, an administrator’s power included', async () => {
  const clientMessageId = await send('mine')
  expect(await withdraw(parley.owner, clientMessageId)).toEqual({ message: null })
  expect(await textsOf()).toContain('mine')
})
