import { randomUUID } from 'node:crypto'
import type { ChannelId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
let guest: TestPerson

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  guest = await parley.addPerson('Guest', { role: 'guest' })
})
afterAll(() => parley[Symbol.asyncDispose]())

const place = ({ channelId, seq }: { channelId: string; seq: number }) => `${channelId}:${seq}`
const preview = (person: TestPerson, ...places: string[]) =>
  person.http.query('messages.preview', { places: places.join(',') })

async function say(channelId: ChannelId, text: string) {
  const { message } = await parley.owner.http.command('messages.send', {
    ...{ channelId, text },
    clientMessageId: randomUUID(),
  })
  return message
}

describe('the preview of a permalink', () => {
  it('shows a message with its channel to whoever may read it, a public channel without joining included', async () => {
    const { id } = await parley.createChannel('open')
    const message = await say(id, '发布时间改到周五')
    const seen = await preview(wei, place(message))
    expect(seen.messages.map(({ text }) => text)).toEqual(['发布时间改到周五'])
    expect(seen.channels.map(({ name }) => name)).toEqual(['open'])
  })

  it('answers the same for what is not there, what was deleted and what is not the reader’s to see', async () => {
    const { id } = await parley.createChannel('closed', [], { kind: 'private' })
    const secret = await say(id, 'the secret')
    const open = await parley.createChannel('open-too')
    const deleted = await say(open.id, 'a mistake')
    await parley.owner.http.command('messages.delete', { messageId: deleted.id })
    const nothing = { messages: [], channels: [] }
    expect(await preview(wei, place(secret))).toEqual(nothing)
    expect(await preview(guest, place(await say(open.id, 'not for guests')))).toEqual(nothing)
    expect(await preview(wei, place(deleted))).toEqual(nothing)
    expect(await preview(wei, `${randomUUID()}:1`, place({ channelId: open.id, seq: 999 }))).toEqual(nothing)
    expect((await preview(parley.owner, place(secret))).messages).toHaveLength(1)
  })

  it('ends with the membership that allowed it', async () => {
    const { id } = await parley.createChannel('for-a-while', [wei], { kind: 'private' })
    const message = await say(id, 'while you are here')
    expect((await preview(wei, place(message))).messages).toHaveLength(1)
    await parley.owner.http.command('channels.removeMember', { channelId: id, userId: wei.user.id })
    expect((await preview(wei, place(message))).messages).toHaveLength(0)
  })

  it('refuses more than twenty at once, and what is no place', async () => {
    const many = Array.from({ length: 21 }, () => `${randomUUID()}:1`)
    await expect(preview(wei, ...many)).rejects.toMatchObject({ code: 'invalid_request' })
    await expect(preview(wei, 'general')).rejects.toMatchObject({ code: 'invalid_request' })
  })
})
