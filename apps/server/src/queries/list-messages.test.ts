import { randomUUID } from 'node:crypto'
import type { Channel } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
let channel: Channel
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  channel = await parley.createChannel('release', [wei], { withAssistant: true })
})
afterAll(() => parley[Symbol.asyncDispose]())

const listFor = (person: TestPerson) => person.http.query('messages.list', { channelId: channel.id })

const askForTask = async (): Promise<string> => {
  const text = `@Parley please assign the release checklist to ${wei.user.name}, due by Friday`
  const body = { channelId: channel.id, text, clientMessageId: randomUUID() }
  const { message } = await parley.owner.http.command('messages.send', body)
  const taskOf = async () => {
    const { messages } = await listFor(parley.owner)
    return messages.find(({ card }) => card?.repliesTo === message.id)?.card?.taskIds[0]
  }
  await until(async () => (await taskOf()) !== undefined, 'the assistant has made the task')
  return (await taskOf()) ?? ''
}

describe('a page of messages', () => {
  it.each(['open', 'done', 'cancelled'] as const)('carries the tasks that its cards name: %s', async (status) => {
    const taskId = await askForTask()
    await wei.http.command('tasks.update', { taskId: taskId as never, status })
    const { tasks } = await listFor(parley.owner)
    expect(tasks.find(({ id }) => id === taskId)).toMatchObject({ status, assigneeId: wei.user.id })
  })

  it('carries no task that the reader may not see, though the card names it', async () => {
    const taskId = await askForTask()
    const stranger = await parley.addPerson('Stranger')
    const { messages, tasks } = await listFor(stranger)
    expect(messages.flatMap(({ card }) => card?.taskIds ?? [])).toContain(taskId)
    expect(tasks).toEqual([])
  })

  it('carries none where no card names one', async () => {
    const quiet = await parley.createChannel('quiet')
    await parley.owner.http.command('tasks.create', { title: 'By hand', channelId: quiet.id })
    await parley.owner.http.command('messages.send', { channelId: quiet.id, text: 'hi', clientMessageId: randomUUID() })
    const { messages, tasks } = await parley.owner.http.query('messages.list', { channelId: quiet.id })
    expect([messages.length, tasks]).toEqual([1, []])
  })
})

describe('a page somewhere in a channel', () => {
  let long: Channel
  let seqs: readonly number[]
  beforeAll(async () => {
    long = await parley.createChannel('long', [wei])
    const sent = []
    for (let number = 1; number <= 12; number += 1) {
      const body = { channelId: long.id, text: `line ${number}`, clientMessageId: randomUUID() }
      sent.push((await parley.owner.http.command('messages.send', body)).message.seq)
    }
    seqs = sent
  })
  const page = async (where: { before?: number; after?: number; around?: number }, limit: number) => {
    const answer = await wei.http.query('messages.list', { channelId: long.id, limit, ...where })
    const numbers = answer.messages.map(({ messageNumber }) => messageNumber)
    return { numbers, hasOlder: answer.hasOlder, hasNewer: answer.hasNewer }
  }

  it('is the newest one, and says whether there are older ones', async () => {
    expect(await page({}, 3)).toEqual({ numbers: [12, 11, 10], hasOlder: true, hasNewer: false })
    expect(await page({}, 12)).toMatchObject({ hasOlder: false })
  })

  it('is the one before, after or around a message, newest first', async () => {
    expect(await page({ before: seqs[3]! }, 3)).toEqual({ numbers: [3, 2, 1], hasOlder: false, hasNewer: true })
    expect(await page({ after: seqs[3]! }, 3)).toEqual({ numbers: [7, 6, 5], hasOlder: true, hasNewer: true })
    expect(await page({ after: seqs[8]! }, 3)).toEqual({ numbers: [12, 11, 10], hasOlder: true, hasNewer: false })
    expect(await page({ around: seqs[5]! }, 4)).toEqual({ numbers: [8, 7, 6, 5], hasOlder: true, hasNewer: true })
    expect(await page({ around: seqs[0]! }, 4)).toEqual({ numbers: [3, 2, 1], hasOlder: false, hasNewer: true })
  })

  const locate = async (where: { at?: string; messageNumber?: number }) =>
    (await wei.http.query('messages.locate', { channelId: long.id, ...where })).seq

  it('is found by a message number, by a time, and at the beginning', async () => {
    const { messages } = await wei.http.query('messages.list', { channelId: long.id, limit: 200 })
    for (const { seq, messageNumber } of messages) expect(await locate({ messageNumber })).toBe(seq)
    const at = messages[4]!.createdAt
    const first = messages.toReversed().find(({ createdAt }) => createdAt >= at)
    expect(await locate({ at })).toBe(first?.seq)
    expect(await locate({})).toBe(seqs[0])
    expect(await locate({ at: '2099-01-01T00:00:00Z' })).toBe(seqs[11])
    expect(await locate({ at: '1999-01-01T00:00:00Z' })).toBe(seqs[0])
  })

  it('is nowhere in a channel without messages, and not told to a stranger', async () => {
    const empty = await parley.createChannel('empty')
    expect(await parley.owner.http.query('messages.locate', { channelId: empty.id })).toEqual({ seq: null })
    const body = { name: 'secret', kind: 'private' } as const
    const { channel: secret } = await parley.owner.http.command('channels.create', body)
    const refused = wei.http.query('messages.locate', { channelId: secret.id })
    await expect(refused).rejects.toMatchObject({ code: 'not_a_member' })
  })
})
