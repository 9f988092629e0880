import { randomUUID } from 'node:crypto'
import type { Channel, Message, Task } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
let wei: TestPerson
let channel: Channel
let now = new Date('2031-05-05T01:00:00Z')
beforeAll(async () => {
  parley = await startTestParley({ now: () => now })
  wei = await parley.addPerson('王伟')
  channel = await parley.createChannel('edits', [wei], { withAssistant: true })
})
afterAll(() => parley[Symbol.asyncDispose]())

const rows = () => parley.server.services.store.rows
const owner = () => parley.owner.http

async function taskMadeOf(text: string) {
  const body = { channelId: channel.id, text, clientMessageId: randomUUID() }
  const { message } = await owner().command('messages.send', body)
  const replies = async () => (await repliesTo(message)).length
  await until(async () => (await replies()) === 1, 'the reply')
  return { message, task: await taskOf(message) }
}

async function repliesTo(message: Message): Promise<readonly Message[]> {
  const { messages } = await owner().query('messages.list', { channelId: channel.id, limit: 100 })
  return messages.filter(({ card }) => card?.repliesTo === message.id)
}

const taskOf = async (message: Message) =>
  (await owner().query('tasks.list', {})).tasks.find(({ sourceMessageId }) => sourceMessageId === message.id)

async function edit(message: Message, text: string): Promise<void> {
  await owner().command('messages.edit', { messageId: message.id, text })
  await parley.settle()
}

const understandingOf = (message: Message) =>
  rows().selectFrom('understandings').select('understanding').where('message_id', '=', message.id).executeTakeFirst()

describe('a message edited soon after it was sent', () => {
  test('is read again, and its task follows, without a second reply', async () => {
    const { message, task } = await taskMadeOf('@助手 请把发布清单分配给王伟，5月9日前完成')
    expect(task).toMatchObject({ title: '发布清单', due: '2031-05-09', version: 1 })
    await edit(message, '@助手 请把发布说明分配给王伟，5月12日前完成')
    await until(async () => (await taskOf(message))?.due === '2031-05-12', 'the task follows')
    expect(await taskOf(message)).toMatchObject({ id: task?.id, title: '发布说明', assigneeId: wei.user.id })
    expect(JSON.stringify(await understandingOf(message))).toContain('2031-05-12')
    expect(await repliesTo(message)).toHaveLength(1)
  })

  test('leaves a task alone that somebody has changed', async () => {
    const { message, task } = await taskMadeOf('@助手 请把接口文档分配给王伟，5月9日前完成')
    await owner().command('tasks.update', { taskId: task?.id as Task['id'], due: '2031-05-20' })
    await edit(message, '@助手 请把接口文档分配给王伟，5月12日前完成')
    await until(async () => (await understandingOf(message)) !== undefined, 'it was read again')
    expect(await taskOf(message)).toMatchObject({ due: '2031-05-20', version: 2 })
  })

  test('that asks for something else than before changes no task', async () => {
    const { message, task } = await taskMadeOf('@助手 请把测试报告分配给王伟，5月9日前完成')
    await edit(message, '@助手 年假有几天？')
    await until(async () => (await understandingOf(message)) !== undefined, 'it was read again')
    expect(await taskOf(message)).toEqual(task)
    expect(await repliesTo(message)).toHaveLength(1)
  })

  test('is left as it was once it is old', async () => {
    const { message, task } = await taskMadeOf('@助手 请把价格页面分配给王伟，5月9日前完成')
    now = new Date(now.getTime() + 11 * 60_000)
    await edit(message, '@助手 请把价格页面分配给王伟，5月12日前完成')
    expect(await taskOf(message)).toEqual(task)
    expect(await understandingOf(message)).toBeUndefined()
  })
})
