import { randomUUID } from 'node:crypto'
import type { ChannelId, MessageId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
})
afterAll(() => parley[Symbol.asyncDispose]())

async function say(person: TestPerson, channelId: ChannelId, text: string, threadId: MessageId | null = null) {
  const said = { channelId, text, threadId, clientMessageId: randomUUID() }
  return (await person.http.command('messages.send', said)).message
}

const textsOf = (sentences: readonly { readonly text: string }[]) => sentences.map(({ text }) => text)

it('sums up the unread of a channel, with the place of every sentence, who spoke and the tasks made of it', async () => {
  const { id: channelId } = await parley.createChannel('checkout', [wei])
  await say(parley.owner, channelId, 'The old talk about the summer party is long read.')
  await wei.http.command('channels.markRead', { channelId, messageNumber: 1 })
  const decided = await say(parley.owner, channelId, 'We decided to rebuild the checkout first.')
  await say(parley.owner, channelId, 'The checkout change needs eight days for two people.')
  const answer = await wei.http.query('messages.summarize', { channelId })
  expect(answer).toMatchObject({ span: 'unread', messageCount: 2, isCut: false })
  expect(answer.decisions).toMatchObject([{ text: decided.text, messageId: decided.id, seq: decided.seq, channelId }])
  expect(textsOf(answer.points)).toEqual(['The checkout change needs eight days for two people.'])
  expect(answer.people).toEqual([{ userId: parley.owner.user.id, messageCount: 2 }])
  const all = await wei.http.query('messages.summarize', { channelId, last: 50 })
  expect(all).toMatchObject({ span: 'last', messageCount: 3 })
  const newest = await wei.http.query('messages.summarize', { channelId, last: 1 })
  expect(newest).toMatchObject({ messageCount: 1 })
  const later = new Date(Date.parse(decided.createdAt) + 3_600_000).toISOString()
  expect(await wei.http.query('messages.summarize', { channelId, since: later })).toMatchObject({
    ...{ span: 'since', messageCount: 0, points: [], firstAt: null },
  })
})

it('sums up the newest where everything is read, and a thread with what it hangs on', async () => {
  const { id: channelId } = await parley.createChannel('archive', [wei])
  const root = await say(parley.owner, channelId, '档案室的钥匙在谁那里？')
  await say(parley.owner, channelId, '服务器今天晚上九点开始升级，请提前保存。', root.id)
  await parley.owner.http.command('channels.markRead', { channelId, messageNumber: 1 })
  const channel = await parley.owner.http.query('messages.summarize', { channelId })
  expect(channel).toMatchObject({ span: 'last', messageCount: 1 })
  const thread = await parley.owner.http.query('messages.summarize', { channelId, threadId: root.id, last: 10 })
  expect(thread.messageCount).toBe(2)
  expect(textsOf(thread.points)).toEqual(['服务器今天晚上九点开始升级，请提前保存。'])
  expect(thread.points[0]).toMatchObject({ threadId: root.id, isAlsoInChannel: false })
})

it('is for those who may read, and leaves out what was deleted', async () => {
  const { id: channelId } = await parley.createChannel('closed', [], { kind: 'private' })
  const secret = await say(parley.owner, channelId, 'We decided to buy the competitor in spring.')
  await expect(wei.http.query('messages.summarize', { channelId })).rejects.toMatchObject({ code: 'not_a_member' })
  const open = await parley.createChannel('open', [wei])
  const elsewhere = wei.http.query('messages.summarize', { channelId: open.id, threadId: secret.id })
  await expect(elsewhere).rejects.toMatchObject({ code: 'not_found' })
  await parley.owner.http.command('messages.delete', { messageId: secret.id })
  const answer = await parley.owner.http.query('messages.summarize', { channelId, last: 10 })
  expect(answer).toMatchObject({ messageCount: 0, decisions: [], people: [] })
})

it('refuses more messages than a summary reads', async () => {
  const { id: channelId } = await parley.createChannel('long', [wei])
  const asking = wei.http.query('messages.summarize', { channelId, last: 201 })
  await expect(asking).rejects.toMatchObject({ code: 'invalid_request' })
})
