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
