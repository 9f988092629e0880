import { startTestParley, type TestParley } from '@parley/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

let parley: TestParley
beforeAll(async () => {
  parley = await startTestParley()
})
afterAll(() => parley[Symbol.asyncDispose]())

async function askTwice(http: TestParley['owner']['http'], first: string, second: string) {
  const { conversationId } = await http.command('assistant.ask', { text: first })
  return (await http.command('assistant.ask', { text: second, conversationId })).reply
}

test('goes to an administrator by name, as a task that only the two see, with the words it was said to carry', async () => {
  const tom = await parley.addPerson('Tom')
  const reply = await askTwice(tom.http, '我的差旅报销三周了还没到账', '转人工')
  expect(reply.kind).toBe('handoff')
  expect(reply.text).toContain(parley.owner.user.name)
  expect(reply.tasks).toMatchObject([{ assigneeId: parley.owner.user.id, channelId: null, createdBy: tom.user.id }])
  const { tasks } = await parley.owner.http.query('tasks.list', {})
  const given = tasks.find(({ id }) => id === reply.tasks[0]?.id)
  expect(given?.title).toBe('请回复Tom：我的差旅报销三周了还没到账')
  expect(given?.reasons).toContainEqual({
    key: 'passedOn',
    values: { name: 'Tom', words: '我的差旅报销三周了还没到账' },
  })
  const other = await parley.addPerson('Uma')
  expect((await other.http.query('tasks.list', {})).tasks).toEqual([])
})

test('promises nothing when the only administrator is the one who asks', async () => {
  const reply = await askTwice(parley.owner.http, 'My expenses have not arrived', 'talk to a human')
  expect(reply).toMatchObject({ kind: 'unknown', tasks: [] })
  expect(reply.text).toContain('nothing was passed on')
})
