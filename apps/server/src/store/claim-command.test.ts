import { randomUUID } from 'node:crypto'
import type { Channel, CommandName } from '@parley/protocol'
import {
  type ReceivedPost,
  type ReceiverAnswer,
  startReceiver,
  startTestParley,
  type TestParley,
  type TestPerson,
} from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClaimExpiry } from '../jobs/claim-expiry'

let parley: TestParley
let wei: TestPerson
let channel: Channel

beforeAll(async () => {
  parley = await startTestParley({ hookHosts: ['127.0.0.1'] })
  wei = await parley.addPerson('王伟')
  channel = await parley.createChannel('ops', [wei])
})
afterAll(() => parley[Symbol.asyncDispose]())

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()

/** What each of them makes when it is given, and how much of it there is. */
const makers = {
  'tasks.create': {
    body: () => ({ title: '订会议室', channelId: channel.id }),
    other: { title: 'Another room' },
    count: () => wei.http.query('tasks.list', {}).then(({ tasks }) => tasks.length),
  },
  'reminders.create': {
    body: () => ({ text: 'call back', dueAt: tomorrow() }),
    other: { text: 'do not call back' },
    count: () => wei.http.query('state', {}).then(({ reminders }) => reminders.length),
  },
  'messages.schedule': {
    body: () => ({ channelId: channel.id, text: '明天见', sendAt: tomorrow() }),
    other: { text: '后天见' },
    count: () => wei.http.query('state', {}).then(({ scheduledMessages }) => scheduledMessages.length),
  },
} as const

const give = (name: CommandName, body: object) => wei.http.command(name, body as never) as Promise<object>

describe.each(Object.entries(makers))('%s under a clientCommandId', (name, { body, other, count }) => {
  const command = name as keyof typeof makers

  test('makes one thing, however often and at whatever moment it is given', async () => {
    const before = await count()
    const given = { ...body(), clientCommandId: randomUUID() }
    const answers = await Promise.all([1, 2, 3].map(() => give(command, given)))
    expect(await give(command, given)).toEqual(answers[0])
    expect(answers[1]).toEqual(answers[0])
    expect(await count()).toBe(before + 1)
  })

  test('is refused with another body, or for another command', async () => {
    const given = { ...body(), clientCommandId: randomUUID() }
    await give(command, given)
    const refusal = { code: 'client_command_id_reused', parameters: { clientCommandId: given.clientCommandId } }
    await expect(give(command, { ...given, ...other })).rejects.toMatchObject(refusal)
    const name = command === 'tasks.create' ? 'reminders.create' : 'tasks.create'
    const elsewhere = { ...makers[name].body(), clientCommandId: given.clientCommandId }
    await expect(give(name, elsewhere)).rejects.toMatchObject(refusal)
  })

  test('claims nothing when it is refused, and belongs to one person', async () => {
    const clientCommandId = randomUUID()
    const stranger = randomUUID()
    await expect(give(command, { ...body(), channelId: stranger, clientCommandId })).rejects.toMatchObject({
      status: expect.any(Number),
    })
    const given = { ...body(), clientCommandId }
    await give(command, given)
    await parley.owner.http.command(command, given as never)
  })
})

test('what is gone meanwhile is answered as it was made, and not made again', async () => {
  const later = { ...makers['messages.schedule'].body(), clientCommandId: randomUUID() }
  const first = await wei.http.command('messages.schedule', later)
  await wei.http.command('messages.sendScheduled', { scheduledMessageId: first.scheduled.id })
  expect(await wei.http.command('messages.schedule', later)).toEqual(first)
  const about = { ...makers['reminders.create'].body(), clientCommandId: randomUUID() }
  const { reminder } = await wei.http.command('reminders.create', about)
  await wei.http.command('reminders.finish', { reminderId: reminder.id })
  expect(await wei.http.command('reminders.create', about)).toEqual({ reminder })
  const { scheduledMessages, reminders } = await wei.http.query('state', {})
  expect([...scheduledMessages, ...reminders].map(({ id }) => id)).not.toContain(first.scheduled.id)
  expect(reminders.map(({ id }) => id)).not.toContain(reminder.id)
})

test('an id is free again after a week, and not before', async () => {
  const { store } = parley.server.services
  const expiry = createClaimExpiry(store)
  const given = { title: '订会议室', clientCommandId: randomUUID() }
  await wei.http.command('tasks.create', given)
  const age = (days: number) =>
    store.rows
      .updateTable('given_commands')
      .set({ given_at: new Date(Date.now() - days * 86_400_000) })
      .where('client_command_id', '=', given.clientCommandId)
      .execute()
  const other = { ...given, title: 'Another room' }
  await age(6.9)
  await expiry.doDue()
  await expect(wei.http.command('tasks.create', other)).rejects.toMatchObject({ code: 'client_command_id_reused' })
  await age(7.1)
  expect((await expiry.readNext())?.getTime()).toBeLessThan(Date.now())
  await expiry.doDue()
  expect((await wei.http.command('tasks.create', other)).task.title).toBe('Another room')
})

describe('a slash command under a clientCommandId', () => {
  const description = { en: 'Deploy', zh: '部署' }
  const invoke = (name: string, clientCommandId: string) =>
    wei.http.command('slashCommands.invoke', { name, channelId: channel.id, text: 'v2', clientCommandId })

  test('is told its address once', async () => {
    await using receiver = await startReceiver()
    await parley.owner.http.command('slashCommands.create', { name: 'deploy', description, url: receiver.url })
    const id = randomUUID()
    const first = await invoke('deploy', id)
    expect(await invoke('deploy', id)).toEqual(first)
    expect(receiver.posts).toHaveLength(1)
  })

  test('is told again when the address had failed', async () => {
    let status = 500
    await using receiver = await startReceiver((_: ReceivedPost) => ({ status }))
    await parley.owner.http.command('slashCommands.create', { name: 'rollout', description, url: receiver.url })
    const id = randomUUID()
    await expect(invoke('rollout', id)).rejects.toMatchObject({ code: 'command_failed' })
    status = 200
    await invoke('rollout', id)
    expect(receiver.posts).toHaveLength(2)
  })

  test('waits for the first while its address is being called, and then sees what came of it', async () => {
    let answer: (given: ReceiverAnswer) => void = () => undefined
    const answered = new Promise<ReceiverAnswer>((resolve) => {
      answer = resolve
    })
    await using receiver = await startReceiver(() => answered)
    await parley.owner.http.command('slashCommands.create', { name: 'slow', description, url: receiver.url })
    const id = randomUUID()
    const first = invoke('slow', id)
    await receiver.waitFor(1)
    let isAnswered = false
    const second = invoke('slow', id).finally(() => {
      isAnswered = true
    })
    await invoke('deploy', randomUUID()).catch(() => undefined)
    expect(isAnswered).toBe(false)
    answer({ status: 200 })
    expect(await second).toEqual(await first)
    expect(receiver.posts).toHaveLength(1)
  })

  test('is told again where the server ended before it knew what came of the call', async () => {
    await using receiver = await startReceiver()
    await parley.owner.http.command('slashCommands.create', { name: 'cut', description, url: receiver.url })
    const id = randomUUID()
    const { invocationId } = await invoke('cut', id)
    await parley.server.services.store.rows
      .updateTable('command_invocations')
      .set({ told_at: null })
      .where('id', '=', invocationId)
      .execute()
    expect(await invoke('cut', id)).toEqual({ invocationId })
    expect(await invoke('cut', id)).toEqual({ invocationId })
    const triggers = receiver.posts.map(({ body }) => new URLSearchParams(body).get('trigger_id'))
    expect(triggers).toEqual([invocationId, invocationId])
  })
})
