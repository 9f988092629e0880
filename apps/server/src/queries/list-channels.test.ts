import type { ChannelId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
let guest: TestPerson
let channelIds: Record<'open' | 'closed' | 'shared', ChannelId>
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  guest = await parley.addPerson('Guest', { role: 'guest' })
  channelIds = {
    open: (await parley.createChannel('open')).id,
    closed: (await parley.createChannel('closed', [], { kind: 'private' })).id,
    shared: (await parley.createChannel('shared', [guest, wei], { kind: 'private' })).id,
  }
})
afterAll(() => parley[Symbol.asyncDispose]())

const list = async ({ http }: TestPerson) => {
  const { channels } = await http.query('channels.list', {})
  return Object.fromEntries(channels.map(({ name, isMember }) => [name, isMember]))
}
const members = async ({ http }: TestPerson, channelId: ChannelId) =>
  (await http.query('channels.members', { channelId })).userIds

describe('channels.list', () => {
  it('has the channels that somebody is in and the public ones, and says which is which', async () => {
    expect(await list(wei)).toEqual({ general: true, open: false, shared: true })
    expect(await list(parley.owner)).toMatchObject({ open: true, closed: true, shared: true })
  })

  it('has nothing for guests that they are not in', async () => {
    expect(await list(guest)).toEqual({ shared: true })
  })

  it('follows joining and leaving', async () => {
    await wei.http.command('channels.join', { channelId: channelIds.open })
    expect(await list(wei)).toMatchObject({ open: true })
    await wei.http.command('channels.removeMember', { channelId: channelIds.open, userId: wei.user.id })
    expect(await list(wei)).toMatchObject({ open: false })
  })
})

describe('channels.members', () => {
  it('names who is in a channel', async () => {
    const everybody = [parley.owner.user.id, guest.user.id, wei.user.id]
    expect((await members(guest, channelIds.shared)).toSorted()).toEqual(everybody.toSorted())
  })

  it('of a public channel is for everybody but guests who are not in it', async () => {
    expect(await members(wei, channelIds.open)).toEqual([parley.owner.user.id])
    await expect(members(guest, channelIds.open)).rejects.toMatchObject({ code: 'not_a_member' })
  })

  it('of a private channel is for its members', async () => {
    await expect(members(wei, channelIds.closed)).rejects.toMatchObject({ code: 'not_a_member' })
    expect(await members(parley.owner, channelIds.closed)).toEqual([parley.owner.user.id])
  })

  it('of a channel that is not there is nothing', async () => {
    const nowhere = wei.user.id as string as ChannelId
    await expect(members(wei, nowhere)).rejects.toMatchObject({ code: 'not_found' })
  })
})
