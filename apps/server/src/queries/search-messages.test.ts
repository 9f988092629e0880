import { randomUUID } from 'node:crypto'
import { uploadFile } from '@parley/client'
import { type Channel, type FileId, MESSAGE_TEXT_LIMIT, type MessageId, type QueryParameters } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '../store/database'

let parley: TestParley
let pool: Pool
let owner: TestPerson
let wei: TestPerson
let guest: TestPerson
let general: Channel
let secret: Channel
let now = new Date('2026-11-20T10:00:00Z')

beforeAll(async () => {
  parley = await startTestParley({ now: () => now })
  pool = createPool({ connectionString: parley.databaseUrl }, () => undefined)
  owner = parley.owner
  wei = await parley.addPerson('王伟')
  guest = await parley.addPerson('Grace Guest', { role: 'guest' })
  general = await parley.createChannel('lobby', [wei])
  secret = await parley.createChannel('secret plans', [wei, guest], { kind: 'private' })
})
afterAll(async () => {
  await pool.end()
  await parley[Symbol.asyncDispose]()
})

interface Saying {
  readonly by?: TestPerson
  readonly channel?: Channel
  readonly threadId?: MessageId
  readonly fileIds?: FileId[]
}

/** Says something, and waits until it can be found. */
async function say(text: string, { by = owner, channel = general, threadId, fileIds = [] }: Saying = {}) {
  now = new Date(now.getTime() + 1_000)
  const body = { channelId: channel.id, text, fileIds, clientMessageId: randomUUID(), ...(threadId && { threadId }) }
  const { message } = await by.http.command('messages.send', body)
  await until(async () => {
    const { messages } = await by.http.query('messages.search', { query: 'is:mine', limit: 1 })
    return messages[0]?.id === message.id
  }, `${text} can be found`)
  return message
}

type More = Omit<QueryParameters<'messages.search'>, 'query'>

const search = (query: string, by = owner, more: More = {}) => by.http.query('messages.search', { query, ...more })
const found = async (query: string, by = owner, more: More = {}) =>
  (await search(query, by, more)).messages.map(({ text }) => text)

describe('words', () => {
  it('of two characters, of one, and longer ones are found', async () => {
    await say('关于请假流程的说明')
    expect(await found('请假')).toEqual(['关于请假流程的说明'])
    expect(await found('假')).toEqual(['关于请假流程的说明'])
    expect(await found('請假流程')).toEqual(['关于请假流程的说明'])
    expect(await found('假请')).toEqual([])
  })

  it('are found in their other forms, and in identifiers', async () => {
    await say('Deployments are frozen, see commitMessages()')
    expect(await found('deployed')).toHaveLength(1)
    expect(await found('commitMessages')).toHaveLength(1)
    expect(await found('message frozen')).toHaveLength(1)
  })

  it('may be emoji, or signs', async () => {
    await say('上线了 🎉')
    await say('a => b')
    expect(await found('🎉')).toEqual(['上线了 🎉'])
    expect(await found('=>')).toEqual(['a => b'])
    expect(await found('🎈')).toEqual([])
  })

  it('must all be there, those in quotes side by side, and those with a minus not', async () => {
    await say('the blue Release plan')
    await say('plan of the blue release')
    expect(await found('blue plan')).toHaveLength(2)
    expect(await found('blue plan purple')).toEqual([])
    expect(await found('"release plan"')).toEqual(['the blue Release plan'])
    expect(await found('blue -"release plan"')).toEqual(['plan of the blue release'])
    expect(await found('blue plan -of')).toEqual(['the blue Release plan'])
  })

  it('may be those of a file, which `has:file` and `has:image` find, too', async () => {
    const send = async (name: string, bytes: Blob) => {
      const file = await uploadFile({ name, bytes, clientFileId: randomUUID() }, { http: owner.http })
      await say(`about ${name.length}`, { fileIds: [file.id] })
    }
    await send('季度报告_q3-okapi.txt', new Blob(['text']))
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await send('okapi.png', new Blob([Buffer.from(pixel, 'base64')]))
    expect(await found('okapi')).toEqual(['about 9', 'about 17'])
    expect(await found('季度报告 q3')).toEqual(['about 17'])
    expect(await found('okapi has:image')).toEqual(['about 9'])
    expect(await found('okapi 包含:文件 -has:image')).toEqual(['about 17'])
  })

  it('stand where the highlights say', async () => {
    await say('we met the giraffes')
    const { messages, highlights } = await search('giraffe met')
    const text = messages[0]?.text ?? ''
    expect(highlights).toMatchObject([{ messageId: messages[0]?.id }])
    expect(highlights[0]?.ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['met', 'giraffes'])
  })
})

describe('a query', () => {
  it('answers newest first, page by page, or best first', async () => {
    for (const text of ['zebra', 'many many words and a zebra', 'zebra zebra zebra']) await say(text)
    const first = await search('zebra', owner, { limit: 2 })
    expect(first.messages.map(({ text }) => text)).toEqual(['zebra zebra zebra', 'many many words and a zebra'])
    expect(first.hasMore).toBe(true)
    const before = first.messages.at(-1)?.id
    if (!before) throw new Error('no message')
    const rest = await search('zebra', owner, { limit: 2, before })
    expect(rest).toMatchObject({ hasMore: false, messages: [{ text: 'zebra' }] })
    const ranked = await search('zebra', owner, { sort: 'relevance' })
    expect(ranked.messages[0]?.text).toBe('zebra zebra zebra')
    expect(ranked.total).toBe(3)
    expect((await search('zebra')).total).toBe(3)
  })

  it('for a phrase goes on where it stopped looking, also where it has found nothing by then', async () => {
    await say('osprey nest')
    // Both words, apart from each other: more text than one page looks through.
    const apart = `osprey ${'x'.repeat(MESSAGE_TEXT_LIMIT - 12)} nest`
    const fill = () =>
      owner.http.command('messages.send', { channelId: general.id, text: apart, clientMessageId: randomUUID() })
    for (let round = 0; round < 16; round += 1) await Promise.all(Array.from({ length: 10 }, fill))
    await say('osprey and nothing else')
    const first = await search('"osprey nest"')
    expect(first).toMatchObject({ messages: [], hasMore: true })
    const rest = await search('"osprey nest"', owner, { before: first.next })
    expect(rest).toMatchObject({ messages: [{ text: 'osprey nest' }], hasMore: false })
    expect(rest.next).toBeUndefined()
  }, 60_000)

  it.each(['', '   ', '\u0000', "' | 'x", "!!'\\", '"', '-', 'q:z '.repeat(100), '@c:x', '\ud800'])(
    '%j is none, or finds nothing; it breaks nothing',
    async (query) => {
      expect(await found(query, wei)).toEqual([])
    },
  )
})

describe('operators', () => {
  it('find by place, author and time', async () => {
    await say('tortoise here')
    await say('tortoise there', { by: wei, channel: secret })
    now = new Date('2026-11-21T10:00:00Z')
    await say('tortoise today', { by: wei })
    expect(await found('tortoise in:#lobby')).toEqual(['tortoise today', 'tortoise here'])
    expect(await found('tortoise in:"secret plans"')).toEqual(['tortoise there'])
    expect(await found('tortoise -in:lobby')).toEqual(['tortoise there'])
    expect(await found('tortoise from:@王伟')).toEqual(['tortoise today', 'tortoise there'])
    expect(await found('tortoise 来自：王 在：lobby')).toEqual(['tortoise today'])
    expect(await found('tortoise -from:王伟')).toEqual(['tortoise here'])
    expect(await found('tortoise from:me', wei)).toEqual(['tortoise today', 'tortoise there'])
    expect(await found('tortoise on:2026-11-21')).toEqual(['tortoise today'])
    expect(await found('tortoise before:2026-11-21')).toEqual(['tortoise there', 'tortoise here'])
    expect(await found('tortoise after:2026-11-20')).toEqual(['tortoise today'])
    expect(await found('tortoise -on:today')).toEqual(['tortoise there', 'tortoise here'])
    expect(await found('tortoise', owner, { channelId: secret.id })).toEqual(['tortoise there'])
  })

  it('find direct messages with somebody', async () => {
    const { channel } = await owner.http.command('channels.openDirect', { userIds: [wei.user.id] })
    await say('walrus between us', { channel })
    await say('walrus for all')
    expect(await found('walrus in:@王伟')).toEqual(['walrus between us'])
  })

  it('find by what hangs on a message', async () => {
    const linked = await say('otter https://example.org')
    const pinned = await say('otter pinned')
    const reacted = await say('otter reacted')
    const saved = await say('otter saved')
    const tasked = await say('otter tasked')
    await owner.http.command('messages.pin', { messageId: pinned.id })
    await wei.http.command('messages.react', { messageId: reacted.id, emoji: '👍' })
    await owner.http.command('messages.save', { messageId: saved.id })
    const { task } = await owner.http.command('tasks.create', { title: 'x', channelId: general.id })
    await pool.query('update tasks set source_message_id = $1 where id = $2', [tasked.id, task.id])
    expect(await found('otter has:link')).toEqual([linked.text])
    expect(await found('otter has:pin')).toEqual([pinned.text])
    expect(await found('otter has:reaction')).toEqual([reacted.text])
    expect(await found('is:saved')).toEqual([saved.text])
    expect(await found('is:saved', wei)).toEqual([])
    expect(await found('otter has:task')).toEqual([tasked.text])
    expect(await found('otter has:task', wei)).toEqual([tasked.text])
    expect(await found('otter -has:link -has:pin -has:reaction -is:saved')).toEqual([tasked.text])
  })

  it('find threads, and one’s own', async () => {
    const root = await say('heron begins')
    await say('heron alone', { by: wei })
    await say('heron answers', { by: wei, threadId: root.id })
    expect(await found('heron is:thread')).toEqual(['heron answers', 'heron begins'])
    expect(await found('heron -is:thread')).toEqual(['heron alone'])
    expect(await found('heron is:mine', wei)).toEqual(['heron answers', 'heron alone'])
  })

  it('that name nobody find nothing, and say whom they looked for', async () => {
    await say('bison')
    const answer = await search('bison from:@nobody in:nowhere')
    expect(answer.messages).toEqual([])
    expect(answer.unknownNames).toEqual([
      { operator: 'from', name: '@nobody' },
      { operator: 'in', name: 'nowhere' },
    ])
    expect(await found('bison -from:nobody')).toEqual(['bison'])
  })
})

describe('nobody finds what they may not read', () => {
  it('public channels are open to all but guests, private ones to their members', async () => {
    const stranger = await parley.addPerson('Stranger')
    await say('lynx in public')
    await say('lynx in private', { channel: secret })
    expect(await found('lynx')).toEqual(['lynx in private', 'lynx in public'])
    expect(await found('lynx', guest)).toEqual(['lynx in private'])
    expect(await found('lynx', stranger)).toEqual(['lynx in public'])
    expect((await search('lynx', stranger, { sort: 'relevance' })).total).toBe(1)
    expect(await search('lynx in:secret', stranger)).toMatchObject({ messages: [], unknownNames: [{ name: 'secret' }] })
    await expect(search('lynx', stranger, { channelId: secret.id })).rejects.toMatchObject({ code: 'not_a_member' })
  })

  it('nor what was said while they were in a channel that they were removed from', async () => {
    await say('marmot', { channel: secret })
    expect(await found('marmot', guest)).toEqual(['marmot'])
    await owner.http.command('channels.removeMember', { channelId: secret.id, userId: guest.user.id })
    expect(await found('marmot', guest)).toEqual([])
    expect(await found('marmot', owner)).toEqual(['marmot'])
  })

  it('nor what was edited away or deleted, from the very next query on', async () => {
    const { id } = await say('puffin before')
    await owner.http.command('messages.edit', { messageId: id, text: 'penguin after' })
    expect(await found('puffin')).toEqual([])
    expect(await found('penguin')).toEqual(['penguin after'])
    await owner.http.command('messages.delete', { messageId: id })
    expect(await found('penguin')).toEqual([])
    expect(await found('is:mine')).not.toContain('')
  })
})
