import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

let parley: TestParley
let wei: TestPerson
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  await add('Travel policy', 'A hotel costs at most 120 euros a night. Meals cost at most 45 euros a day.')
  await add('差旅制度', '住宿标准为每晚五百元。餐费标准为每天一百元。')
  const { http, user } = parley.owner
  const secret = await http.command('knowledge.createCollection', { name: 'Secret', readerIds: [user.id] })
  await add('Bonus policy', 'Directors get a bonus of 9000 euros in March.', { collectionId: secret.collection.id })
})
afterAll(() => parley[Symbol.asyncDispose]())

const add = (title: string, text: string, place: object = {}) =>
  parley.owner.http.command('knowledge.addDocument', { title, text, mimeType: 'text/markdown', ...place })
const lookUp = async (text: string, by = wei) => (await by.http.query('assistant.lookUp', { text })).reply
const traces = async () => {
  const { rows } = parley.server.services.store
  return {
    conversations: await rows.selectFrom('conversations').select('id').execute(),
    questions: await rows.selectFrom('questions').select('id').execute(),
    tasks: await rows.selectFrom('tasks').select('id').execute(),
  }
}

test.each([
  ['How much is a hotel a night?', 'Travel policy', '120'],
  ['住宿标准是多少？', '差旅制度', '五百元'],
])('a question is answered with its source: %s', async (question, title, amount) => {
  const reply = await lookUp(question)
  expect(reply?.text).toContain(amount)
  expect(reply?.citations[0]?.title).toBe(title)
})

test.each(['hotel', '住宿标准', 'Where is the zeppelin parked?', '飞艇停在哪里？'])(
  'what asks nothing, and what is not known, finds nothing: %s',
  async (text) => expect(await lookUp(text)).toBeNull(),
)

test('nothing is answered from what the asker may not read', async () => {
  const question = 'How much is the bonus of directors?'
  expect((await lookUp(question, parley.owner))?.text).toContain('9000')
  expect(JSON.stringify(await lookUp(question))).not.toContain('9000')
})

test('nothing is done and nothing noted, whatever the words mean', async () => {
  const before = await traces()
  await lookUp('Could Wei send the report by Friday?')
  await lookUp('能不能帮我订购一本《人工智能基础》？')
  await lookUp('How much is a hotel a night?')
  await parley.settle()
  expect(await traces()).toEqual(before)
  await wei.http.command('assistant.ask', { text: 'How much is a hotel a night?' })
  expect((await traces()).conversations).toHaveLength(before.conversations.length + 1)
})
