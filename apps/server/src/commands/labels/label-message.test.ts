import { randomUUID } from 'node:crypto'
import type { ChannelId, Message, MessageLabel } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
let wei: TestPerson
let open: ChannelId

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  open = (await parley.createChannel('labels', [wei])).id
})
afterAll(() => parley[Symbol.asyncDispose]())

async function say(person: TestPerson, text: string, channelId = open): Promise<Message> {
  return (await person.http.command('messages.send', { channelId, text, clientMessageId: randomUUID() })).message
}
type Said = Pick<MessageLabel, 'kind' | 'value'>
const label = (person: TestPerson, { id }: Message, said: Said) =>
  person.http.command('messages.label', { messageId: id, ...said })
const understood = async (person: TestPerson, { id }: Message) =>
  (await person.http.query('messages.understanding', { messageId: id })).understanding

describe('a label', () => {
  test('outranks what the model reads, for everybody, at once, and says whose it is', async () => {
    const message = await say(wei, '三号会议室')
    expect((await understood(wei, message))?.intent.name).toBeNull()
    await label(parley.owner, message, { kind: 'intent', value: 'book_room' })
    await label(wei, message, { kind: 'urgency', value: 'high' })
    const read = await understood(wei, message)
    expect(read?.intent.name).toBe('book_room')
    expect(read?.tone?.urgency).toEqual({ name: 'high', probability: 1 })
    expect(read?.labels).toMatchObject([
      { kind: 'intent', value: 'book_room', labelledBy: parley.owner.user.id },
      { kind: 'urgency', value: 'high', labelledBy: wei.user.id },
    ])
  })

  test('is replaced by the next one, which tells what was said before, and can be taken back', async () => {
    const message = await say(wei, 'thanks')
    await label(wei, message, { kind: 'intent', value: 'thank' })
    const { previous } = await label(parley.owner, message, { kind: 'intent', value: null })
    expect(previous).toMatchObject({ value: 'thank', labelledBy: wei.user.id })
    expect((await understood(wei, message))?.labels).toMatchObject([{ value: null, labelledBy: parley.owner.user.id }])
    await wei.http.command('messages.unlabel', { messageId: message.id, kind: 'intent' })
    expect((await understood(wei, message))?.labels).toBeUndefined()
  })

  test('stands in the log without what was said', async () => {
    const message = await say(wei, 'in confidence')
    await label(wei, message, { kind: 'sentiment', value: 'negative' })
    const { entries } = await parley.owner.http.query('audit.list', { kind: 'message-labelled' })
    expect(entries[0]).toMatchObject({ actorId: wei.user.id, messageId: message.id, subjectName: 'sentiment' })
  })

  test('goes with the words it was about', async () => {
    const message = await say(wei, 'book a room')
    await label(wei, message, { kind: 'intent', value: 'book_room' })
    await wei.http.command('messages.edit', { messageId: message.id, text: 'never mind' })
    expect((await understood(wei, message))?.labels).toBeUndefined()
  })

  test('of a value that nobody knows is refused', async () => {
    const message = await say(wei, 'hello')
    await expect(label(wei, message, { kind: 'intent', value: 'conquer_world' })).rejects.toMatchObject({
      code: 'unknown_label',
      parameters: { value: 'conquer_world' },
    })
  })
})

describe('who may label', () => {
  test('is whoever may read the message, unless a guest', async () => {
    const guest = await parley.addPerson('访客', { role: 'guest' })
    const hidden = (await parley.createChannel('hidden', [], { kind: 'private' })).id
    const secret = await say(parley.owner, 'a secret', hidden)
    await parley.owner.http.command('channels.addMember', { channelId: open, userId: guest.user.id })
    const seen = await say(wei, 'for all')
    const said = { kind: 'intent', value: null } as const
    await expect(label(wei, secret, said)).rejects.toMatchObject({ code: 'not_a_member' })
    await expect(label(guest, seen, said)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await guest.http.query('labels.choices', {})).toMatchObject({ mayLabel: false })
    expect((await wei.http.query('labels.choices', {})).choices).toContainEqual({
      kind: 'sentiment',
      values: ['neutral', 'positive', 'negative'],
    })
  })
})
