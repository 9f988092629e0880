import { randomUUID } from 'node:crypto'
import type { ChannelId, Message } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
let wei: TestPerson
let stranger: TestPerson
let channelId: ChannelId

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  stranger = await parley.addPerson('Stranger')
  channelId = (await parley.createChannel('closed', [wei], { kind: 'private' })).id
})
afterAll(() => parley[Symbol.asyncDispose]())

async function say(person: TestPerson, text: string, part: { threadId?: Message['id'] } = {}): Promise<Message> {
  const body = { channelId, text, clientMessageId: randomUUID(), ...part }
  return (await person.http.command('messages.send', body)).message
}
const read = async (person: TestPerson, message: Message) =>
  (await person.http.query('messages.list', { channelId })).messages.find((it) => it.id === message.id)

describe('reactions', () => {
  test('are given and taken back once, and seen by everybody', async () => {
    const message = await say(wei, 'done')
    await parley.owner.http.command('messages.react', { messageId: message.id, emoji: '🎉' })
    await wei.http.command('messages.react', { messageId: message.id, emoji: '🎉' })
    await wei.http.command('messages.react', { messageId: message.id, emoji: '🎉' })
    const both = [{ emoji: '🎉', userIds: [parley.owner.user.id, wei.user.id] }]
    expect((await read(wei, message))?.reactions).toEqual(both)
    await wei.http.command('messages.react', { messageId: message.id, emoji: '🎉', isAdded: false })
    expect((await read(wei, message))?.reactions).toEqual([{ emoji: '🎉', userIds: [parley.owner.user.id] }])
  })

  test.each(['', 'ok', '👍👍', '<b>', '1', 'a'.repeat(65)])('take one emoji, not %j', async (emoji) => {
    const message = await say(wei, 'hm')
    await expect(wei.http.command('messages.react', { messageId: message.id, emoji })).rejects.toMatchObject({
      code: 'invalid_request',
    })
  })

  test('are for members: the message is there, and strangers are told they are none', async () => {
    const message = await say(wei, 'secret')
    const stolen = { messageId: message.id }
    const attempts = [
      stranger.http.command('messages.react', { ...stolen, emoji: '👍' }),
      stranger.http.command('messages.pin', stolen),
      stranger.http.command('messages.save', stolen),
      stranger.http.command('threads.follow', { threadId: message.id, isFollowing: true }),
      stranger.http.command('drafts.save', { channelId, text: 'let me in' }),
      stranger.http.query('messages.history', stolen),
      stranger.http.query('messages.pinned', { channelId }),
      stranger.http.query('threads.get', { threadId: message.id }),
    ]
    const outcomes = await Promise.allSettled(attempts)
    const refused = { status: 'rejected', reason: expect.objectContaining({ code: 'not_a_member' }) }
    expect(outcomes).toEqual(attempts.map(() => refused))
  })
})

test('earlier forms of a message can be read until it is deleted', async () => {
  const message = await say(wei, 'first')
  for (const text of ['second', 'third']) await wei.http.command('messages.edit', { messageId: message.id, text })
  const { revisions } = await parley.owner.http.query('messages.history', { messageId: message.id })
  expect(revisions.map((revision) => revision.text)).toEqual(['first', 'second'])
  await wei.http.command('messages.delete', { messageId: message.id })
  expect(await parley.owner.http.query('messages.history', { messageId: message.id })).toEqual({ revisions: [] })
})

test('pins and saved messages are listed newest first, and go with the message', async () => {
  const [one, two] = [await say(wei, 'one'), await say(wei, 'two')]
  for (const { id } of [one, two]) {
    await wei.http.command('messages.pin', { messageId: id })
    await parley.owner.http.command('messages.save', { messageId: id })
  }
  const pinned = async () => (await wei.http.query('messages.pinned', { channelId })).messages.map((it) => it.id)
  const saved = async () => (await parley.owner.http.query('messages.saved', {})).messages.map((it) => it.id)
  expect(await pinned()).toEqual([two.id, one.id])
  expect(await saved()).toEqual([two.id, one.id])
  await wei.http.command('messages.delete', { messageId: two.id })
  expect(await pinned()).toEqual([one.id])
  expect(await saved()).toEqual([one.id])
})

test('somebody who was taken out reads neither what they saved nor where they were named', async () => {
  const li = await parley.addPerson('李娜')
  await parley.owner.http.command('channels.addMember', { channelId, userId: li.user.id })
  const message = await say(wei, '@李娜 看这里')
  await li.http.command('messages.save', { messageId: message.id })
  expect((await li.http.query('messages.mentions', {})).messages.map((it) => it.id)).toEqual([message.id])
  expect((await li.http.query('messages.saved', {})).messages.map((it) => it.id)).toEqual([message.id])
  await parley.owner.http.command('channels.removeMember', { channelId, userId: li.user.id })
  expect((await li.http.query('messages.mentions', {})).messages).toEqual([])
  expect((await li.http.query('messages.saved', {})).messages).toEqual([])
})

test('what was said in an archived channel can still be taken back by who said it', async () => {
  const channel = await parley.createChannel('regretted', [wei])
  const body = { channelId: channel.id, text: 'my password is …', clientMessageId: randomUUID() }
  const { id: messageId } = (await wei.http.command('messages.send', body)).message
  await parley.owner.http.command('channels.archive', { channelId: channel.id, isArchived: true })
  await wei.http.command('messages.delete', { messageId })
  const { messages } = await wei.http.query('messages.list', { channelId: channel.id })
  expect(messages).toMatchObject([{ text: '', deletedAt: expect.any(String) }])
})

describe('threads', () => {
  test('are followed by who began them, who replied and who was named, and are no unread messages of the channel', async () => {
    const root = await say(wei, 'who has time?')
    const before = (await wei.http.query('state', {})).channels.find((it) => it.channel.id === channelId)
    await say(parley.owner, 'not me', { threadId: root.id })
    const state = await wei.http.query('state', {})
    const after = state.channels.find((it) => it.channel.id === channelId)
    expect(after?.lastMessageNumber).toBe(before?.lastMessageNumber)
    expect(state.threads).toContainEqual(
      expect.objectContaining({ threadId: root.id, isFollowing: true, readNumber: 0, replyCount: 1 }),
    )
    const { threads } = await wei.http.query('threads.list', {})
    expect(threads[0]).toMatchObject({ root: { id: root.id, replyCount: 1 }, lastReplies: [{ text: 'not me' }] })
  })

  test('are listed page by page, also those whose last replies came at the same time', async () => {
    const at = new Date('2030-01-01T00:00:00Z')
    const roots = await Promise.all(['one', 'two', 'three'].map((text) => say(wei, text)))
    for (const { id } of roots) await say(parley.owner, 'same time', { threadId: id })
    const ids = roots.map(({ id }) => id)
    await parley.server.services.store.rows
      .updateTable('messages')
      .set({ last_reply_at: at })
      .where('id', 'in', ids)
      .execute()
    const listed: string[] = []
    let place = {}
    for (const _ of roots) {
      const { threads } = await wei.http.query('threads.list', { limit: 1, ...place })
      const [{ thread }] = threads as [(typeof threads)[number]]
      listed.push(thread.threadId)
      place = { before: at.toISOString(), beforeThreadId: thread.threadId }
    }
    expect(listed.toSorted()).toEqual(ids.toSorted())
  })

  test('hang on messages of the same channel that are no replies themselves', async () => {
    const root = await say(wei, 'root')
    const reply = await say(wei, 'reply', { threadId: root.id })
    await expect(say(wei, 'deeper', { threadId: reply.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(wei.http.query('threads.get', { threadId: reply.id })).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('an archived channel is read, not written in, until it is opened again', async () => {
  const channel = await parley.createChannel('old', [wei])
  const post = (text: string) => ({ channelId: channel.id, text, clientMessageId: randomUUID() })
  const body = post('too late')
  const { id: messageId } = (await wei.http.command('messages.send', post('in time'))).message
  const change = { messageId, text: 'in time, they say' }
  const refused = { code: 'channel_archived' }
  await expect(wei.http.command('channels.archive', { channelId: channel.id, isArchived: true })).rejects.toMatchObject(
    {
      code: 'forbidden',
    },
  )
  await parley.owner.http.command('channels.archive', { channelId: channel.id, isArchived: true })
  await expect(wei.http.command('messages.send', body)).rejects.toMatchObject(refused)
  await expect(wei.http.command('messages.edit', change)).rejects.toMatchObject(refused)
  await expect(wei.http.command('messages.react', { messageId, emoji: '👍' })).rejects.toMatchObject(refused)
  await expect(wei.http.command('messages.pin', { messageId })).rejects.toMatchObject(refused)
  const { messages } = await wei.http.query('messages.list', { channelId: channel.id })
  expect(messages.map(({ text, reactions }) => ({ text, reactions }))).toEqual([{ text: 'in time', reactions: [] }])
  await parley.owner.http.command('channels.archive', { channelId: channel.id, isArchived: false })
  expect((await wei.http.command('messages.send', body)).message.text).toBe('too late')
  expect((await wei.http.command('messages.edit', change)).message.text).toBe(change.text)
})
