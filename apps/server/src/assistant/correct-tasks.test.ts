import { randomUUID } from 'node:crypto'
import type { ChannelId, Message, Task } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
let wei: TestPerson
let na: TestPerson
beforeAll(async () => {
  parley = await startTestParley({ now: () => new Date('2031-05-05T01:00:00Z') })
  wei = await parley.addPerson('王伟')
  na = await parley.addPerson('李娜')
})
afterAll(() => parley[Symbol.asyncDispose]())

async function say(channelId: ChannelId, text: string): Promise<Message> {
  const body = { channelId, text, clientMessageId: randomUUID() }
  return (await parley.owner.http.command('messages.send', body)).message
}

async function reply(channelId: ChannelId, text: string): Promise<Message> {
  const said = await say(channelId, text)
  const find = async () => {
    const { messages } = await parley.owner.http.query('messages.list', { channelId, limit: 50 })
    return messages.find((message) => message.card?.repliesTo === said.id)
  }
  await until(async () => (await find()) !== undefined, 'the reply')
  return (await find()) as Message
}

async function tasksOf(message: Message): Promise<readonly Task[]> {
  const { tasks } = await parley.owner.http.query('tasks.list', {})
  return (message.card?.taskIds ?? []).flatMap((id) => tasks.find((task) => task.id === id) ?? [])
}

const openDirect = async (): Promise<ChannelId> =>
  (await parley.owner.http.command('channels.openDirect', { userIds: [parley.assistant.id] })).channel.id

const openChannel = async (name: string): Promise<ChannelId> =>
  (await parley.createChannel(name, [wei, na], { withAssistant: true })).id

describe('a task just made', () => {
  test.each([
    ['in a channel, without naming the assistant again', () => openChannel('corrections'), '@助手 '],
    ['in a direct talk', openDirect, ''],
  ])('is corrected %s', async (_where, open, name) => {
    const channelId = await open()
    const [made] = await tasksOf(await reply(channelId, `${name}请把发布清单分配给王伟，5月9日前完成`))
    expect(made).toMatchObject({ title: '发布清单', assigneeId: wei.user.id, due: '2031-05-09' })
    const dated = await reply(channelId, '改成5月12日')
    expect(dated.text).toContain('5月12日')
    expect(await tasksOf(dated)).toMatchObject([{ id: made?.id, due: '2031-05-12', assigneeId: wei.user.id }])
    const given = await reply(channelId, '不，给李娜')
    expect(await tasksOf(given)).toMatchObject([{ id: made?.id, due: '2031-05-12', assigneeId: na.user.id }])
    expect(await tasksOf(await reply(channelId, '取消这个任务'))).toMatchObject([{ id: made?.id, status: 'cancelled' }])
  })

  test('is corrected in English, and the correction taken back', async () => {
    const channelId = await openDirect()
    const [made] = await tasksOf(await reply(channelId, 'Please assign the release notes to 王伟, due 9 May 2031'))
    expect(made).toMatchObject({ due: '2031-05-09' })
    expect(await tasksOf(await reply(channelId, 'make it 12 May 2031'))).toMatchObject([
      { id: made?.id, due: '2031-05-12' },
    ])
    expect(await tasksOf(await reply(channelId, 'undo that'))).toMatchObject([{ id: made?.id, due: '2031-05-09' }])
  })

  test('that somebody closed meanwhile is corrected no more', async () => {
    const channelId = await openDirect()
    const [made] = await tasksOf(await reply(channelId, '请把发布清单分配给王伟，5月9日前完成'))
    await parley.owner.http.command('tasks.update', { taskId: made?.id as Task['id'], status: 'done' })
    expect((await reply(channelId, '改成5月12日')).card).toMatchObject({ kind: 'unknown', taskIds: [] })
  })

  test('is left alone by what is said to others in the channel', async () => {
    const channelId = await openChannel('others')
    await reply(channelId, '@助手 请把发布清单分配给王伟，5月9日前完成')
    await say(channelId, '5月12日我不在')
    await parley.settle()
    const { messages } = await parley.owner.http.query('messages.list', { channelId, limit: 50 })
    expect(messages.filter((message) => message.authorId === parley.assistant.id)).toHaveLength(1)
  })
})
