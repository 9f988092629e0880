import { randomUUID } from 'node:crypto'
import type { ChannelId, Message, MessageId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
let nora: TestPerson
let na: TestPerson
let bob: TestPerson
let team: ChannelId
let board: ChannelId

beforeAll(async () => {
  parley = await startTestParley()
  nora = await parley.addPerson('Nora Brandt')
  na = await parley.addPerson('李娜')
  bob = await parley.addPerson('Bob Lee')
  team = (await parley.createChannel('team', [nora, na, bob], { withAssistant: true })).id
  board = (await parley.createChannel('board', [nora], { kind: 'private', withAssistant: true })).id
  await say(nora, team, 'Bob Lee is responsible for the payment gateway.')
  await say(na, team, '支付网关由李娜负责。')
  await say(nora, team, 'Project Helios is delayed.')
  await say(nora, team, 'Project Helios depends on the new sensors. Project Vega depends on the old sensors.')
  await say(bob, team, 'Castline supplies the new sensors. Northwind supplies the old sensors.')
  await say(nora, board, 'Bob Lee reports to Nora Brandt.')
})
afterAll(() => parley[Symbol.asyncDispose]())

async function say({ http }: TestPerson, channelId: ChannelId, text: string): Promise<MessageId> {
  const { message } = await http.command('messages.send', { channelId, text, clientMessageId: randomUUID() })
  await parley.server.graphRead()
  return message.id
}

const ask = async ({ http }: TestPerson, text: string) => (await http.command('assistant.ask', { text })).reply

async function askIn(person: TestPerson, channelId: ChannelId, question: string): Promise<Message> {
  const body = { channelId, text: `@assistant ${question}`, clientMessageId: randomUUID() }
  const { message } = await person.http.command('messages.send', body)
  const find = async () => {
    const { messages } = await person.http.query('messages.list', { channelId, limit: 20 })
    return messages.find(({ card }) => card && 'repliesTo' in card && card.repliesTo === message.id)
  }
  await until(async () => (await find()) !== undefined, 'the assistant has answered')
  return (await find()) as Message
}

describe('a way through the graph answers', () => {
  test('one edge, with who says so, in either language', async () => {
    const reply = await ask(nora, 'Who is responsible for the payment gateway?')
    expect(reply).toMatchObject({ kind: 'answer', said: [{ text: 'Bob Lee is responsible for the payment gateway.' }] })
    expect(reply.text).toContain('Bob Lee')
    const other = await ask(bob, '谁负责支付网关？')
    expect(other).toMatchObject({ kind: 'answer', said: [{ text: '支付网关由李娜负责。', authorId: na.user.id }] })
  })

  test('several steps, every one of them quoted: the suppliers that the delayed project depends on', async () => {
    const reply = await ask(bob, 'Which suppliers does the delayed project depend on?')
    expect(reply.kind).toBe('answer')
    expect(reply.said?.map(({ text }) => text)).toEqual([
      'Project Helios is delayed.',
      'Project Helios depends on the new sensors.',
      'Castline supplies the new sensors.',
    ])
    expect(reply.text).toContain('Castline')
    expect(reply.text).not.toContain('Northwind')
    expect((await ask(bob, '延期的项目依赖哪些供应商？')).text).toContain('Castline')
  })

  test('from a document, with its passage', async () => {
    const text = '| System | Owner |\n| --- | --- |\n| Badge portal | Nora Brandt |\n'
    const document = { title: 'Systems', text, mimeType: 'text/markdown' as const }
    await parley.owner.http.command('knowledge.addDocument', document)
    await parley.server.graphRead()
    const reply = await ask(bob, 'Who owns the badge portal?')
    expect(reply.citations[0]).toMatchObject({ title: 'Systems', quote: 'System: Badge portal; Owner: Nora Brandt' })
  })

  test('and when there is none, the present path goes on', async () => {
    expect((await ask(bob, 'Who is responsible for the zeppelin hangar?')).kind).toBe('unknown')
  })
})

describe('one thing under two names', () => {
  const named = ({ said }: Awaited<ReturnType<typeof ask>>) => said?.map(({ text }) => text)

  test('is found by either, with who says that they are one', async () => {
    await say(na, team, '结算系统（Abacus）今天很慢。')
    await say(nora, team, 'Bob Lee is responsible for Abacus.')
    const reply = await ask(bob, '谁负责结算系统？')
    expect(reply.kind).toBe('answer')
    expect(named(reply)).toEqual(['结算系统（Abacus）今天很慢。', 'Bob Lee is responsible for Abacus.'])
    expect(named(await ask(bob, 'Who is responsible for Abacus?'))).toEqual(['Bob Lee is responsible for Abacus.'])
  })

  test('is not, where the asker may not read who says so', async () => {
    await say(nora, board, '账本（Quill）迁移要保密。')
    await say(nora, team, 'Bob Lee is responsible for Quill.')
    expect(named(await ask(nora, '谁负责账本？'))).toContain('Bob Lee is responsible for Quill.')
    expect(JSON.stringify(await ask(bob, '谁负责账本？'))).not.toContain('Quill')
  })

  test('is linked in the question, for those who may know of it', async () => {
    const things = async (person: TestPerson, text: string) =>
      (await ask(person, text)).query?.parts.flatMap((part) => (part.kind === 'entity' ? part.name : []))
    expect(await things(bob, 'Where is the handbook of the payment gateway?')).toEqual(['payment gateway'])
    expect(await things(nora, '账本在哪里有说明？')).toEqual(['账本'])
    expect(await things(bob, '账本在哪里有说明？')).toEqual([])
  })

  test('is found by what its words mean in the other language', async () => {
    await say(nora, team, 'Bob Lee is responsible for the inventory database.')
    expect(named(await ask(bob, '谁负责库存数据库？'))).toEqual(['Bob Lee is responsible for the inventory database.'])
  })

  test('is found in documents and in what people wrote, too', async () => {
    await say(na, team, '日历同步工具（Tempo）今天更新。')
    const text = 'Tempo copies every meeting within ninety seconds.'
    await parley.owner.http.command('knowledge.addDocument', { title: 'Tempo', text, mimeType: 'text/markdown' })
    expect((await ask(bob, '日历同步工具多久复制一次会议？')).citations[0]?.quote).toBe(text)
    await say(nora, team, 'We decided to move Tempo to Lisbon.')
    const asked = '关于日历同步工具我们决定了什么？'
    await until(async () => (await ask(bob, asked)).kind === 'answer', 'its words are found')
    expect(named(await ask(bob, asked))).toContain('We decided to move Tempo to Lisbon.')
  })

  test('is what a team’s list of words says', async () => {
    const text = '| 术语 | 英文 |\n| --- | --- |\n| 对账引擎 | Balancer |\n'
    await parley.owner.http.command('knowledge.addDocument', { title: '术语表', text, mimeType: 'text/markdown' })
    await say(nora, team, 'Bob Lee is responsible for Balancer.')
    const reply = await ask(bob, '谁负责对账引擎？')
    expect(reply.text).toContain('Bob Lee')
    expect(reply.citations[0]?.title).toBe('术语表')
  })

  test('is said once where one row says it all', async () => {
    const text = '| System | Chinese | Owner |\n| --- | --- | --- |\n| Kiln | 窑炉系统 | Nora Brandt |\n'
    await parley.owner.http.command('knowledge.addDocument', { title: 'Kiln', text, mimeType: 'text/markdown' })
    await parley.server.graphRead()
    const reply = await ask(bob, '窑炉系统归谁所有？')
    expect(reply.text.split('System: Kiln')).toHaveLength(2)
  })
})

describe('what the asker may not read', () => {
  const QUESTION = 'Who does Bob Lee report to?'

  test('is not told, in no word', async () => {
    expect((await ask(nora, QUESTION)).text).toContain('Nora Brandt')
    const reply = await ask(bob, QUESTION)
    expect(reply.kind).toBe('unknown')
    expect(JSON.stringify(reply)).not.toContain('reports to Nora')
  })

  test('is not told where others hear, whoever asks', async () => {
    const heard = await askIn(nora, team, QUESTION)
    expect(JSON.stringify(heard)).not.toContain('reports to Nora')
    expect(JSON.stringify(await askIn(nora, board, QUESTION))).toContain('reports to Nora')
  })
})

test('nobody answers for whose name only has the letters asked for in it', async () => {
  await parley.addPerson('Joanna Reed')
  await say(nora, team, 'Joanna Reed owns the kiosk service.')
  expect((await ask(bob, 'What does Joanna own?')).text).toContain('kiosk service')
  expect(JSON.stringify(await ask(bob, 'What does Ann own?'))).not.toContain('kiosk service')
})

test('what was deleted answers no more', async () => {
  const messageId = await say(nora, team, 'Omar owns the lighthouse service.')
  const question = 'Who owns the lighthouse service?'
  expect((await ask(bob, question)).text).toContain('Omar')
  await nora.http.command('messages.delete', { messageId })
  expect(JSON.stringify(await ask(bob, question))).not.toContain('Omar')
})

test('who knows about something is told by the graph, too', async () => {
  await say(nora, team, '李娜负责海关接口。')
  await until(async () => (await ask(bob, '谁最了解海关接口？')).kind === 'answer', 'its words are found')
  expect((await ask(bob, '谁最了解海关接口？')).text).toContain('李娜')
})
