import { randomUUID } from 'node:crypto'
import type { ChannelId, MessageId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
let ann: TestPerson
let channelId: ChannelId
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  ann = await parley.addPerson('Ann')
})
beforeEach(async () => {
  channelId = (await parley.createChannel(`news-${randomUUID()}`, [wei, ann])).id
})
afterAll(() => parley[Symbol.asyncDispose]())

const setRules = (person: TestPerson, rules: object) =>
  person.http.command('channels.setRules', { channelId, ...rules })
const makeModerator = (by: TestPerson, { user }: TestPerson, isModerator = true) =>
  by.http.command('channels.setModerator', { channelId, userId: user.id, isModerator })
const send = async (person: TestPerson, text: string, more: { threadId?: MessageId; isAlsoInChannel?: boolean } = {}) =>
  (await person.http.command('messages.send', { channelId, text, clientMessageId: randomUUID(), ...more })).message

describe('where only moderators post', () => {
  it('members reply in threads, and neither begin nor show a reply in the channel', async () => {
    await send(wei, 'still open')
    await setRules(parley.owner, { post: 'moderators' })
    await expect(send(wei, 'hello')).rejects.toMatchObject({ code: 'posting_restricted' })
    const root = await send(parley.owner, 'the news')
    await expect(send(wei, 'thanks', { threadId: root.id })).resolves.toMatchObject({ threadId: root.id })
    const shown = send(wei, 'look', { threadId: root.id, isAlsoInChannel: true })
    await expect(shown).rejects.toMatchObject({ code: 'posting_restricted' })
  })

  it('whoever is made a moderator posts, until they are one no more', async () => {
    await setRules(parley.owner, { post: 'moderators' })
    await makeModerator(parley.owner, wei)
    await expect(send(wei, 'as a moderator')).resolves.toMatchObject({ text: 'as a moderator' })
    await makeModerator(parley.owner, wei, false)
    await expect(send(wei, 'again')).rejects.toMatchObject({ code: 'posting_restricted' })
  })
})

describe('rules of a channel', () => {
  it('make @channel a word like any other for those who may not call everybody', async () => {
    expect(await send(wei, '@channel lunch')).toMatchObject({ isForEveryone: true })
    await setRules(parley.owner, { callEverybody: 'moderators' })
    expect(await send(wei, '@channel lunch')).toMatchObject({ isForEveryone: false })
    expect(await send(parley.owner, '@channel fire drill')).toMatchObject({ isForEveryone: true })
  })

  it('say who pins and who invites', async () => {
    const { id: messageId } = await send(wei, 'the address')
    const newcomer = await parley.addPerson('Newcomer')
    const pin = (person: TestPerson) => person.http.command('messages.pin', { messageId })
    const invite = (person: TestPerson) =>
      person.http.command('channels.addMember', { channelId, userId: newcomer.user.id })
    await setRules(parley.owner, { pin: 'moderators', invite: 'moderators' })
    await expect(pin(wei)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(invite(wei)).rejects.toMatchObject({ code: 'forbidden' })
    await makeModerator(parley.owner, wei)
    await expect(pin(wei)).resolves.toBeDefined()
    await expect(invite(wei)).resolves.toBeDefined()
  })

  it('are set by moderators alone, who also appoint each other', async () => {
    await expect(setRules(wei, { post: 'moderators' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(makeModerator(wei, wei)).rejects.toMatchObject({ code: 'forbidden' })
    await makeModerator(parley.owner, wei)
    await makeModerator(wei, ann)
    const { moderatorIds } = await ann.http.query('channels.members', { channelId })
    expect([...moderatorIds].sort()).toEqual([parley.owner.user.id, wei.user.id, ann.user.id].sort())
  })

  it('never make a guest a moderator', async () => {
    const guest = await parley.addPerson('Guest', { role: 'guest' })
    await parley.owner.http.command('channels.addMember', { channelId, userId: guest.user.id })
    await expect(makeModerator(parley.owner, guest)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

it('a moderator removes what others wrote in their channel, and no other member does', async () => {
  const { id: messageId } = await send(ann, 'spam')
  const remove = () => wei.http.command('messages.delete', { messageId })
  await expect(remove()).rejects.toMatchObject({ code: 'forbidden' })
  await makeModerator(parley.owner, wei)
  await expect(remove()).resolves.toMatchObject({ message: { text: '' } })
})

it('a moderator takes members out of the channel, and nobody of a higher role in the workspace', async () => {
  await makeModerator(parley.owner, wei)
  const remove = ({ user }: TestPerson) => wei.http.command('channels.removeMember', { channelId, userId: user.id })
  await expect(remove(parley.owner)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(remove(ann)).resolves.toEqual({})
})
