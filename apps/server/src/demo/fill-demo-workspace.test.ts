import { startTestParley, TEST_PASSWORD, type TestParley, until } from '@parley/testkit'
import { detectLanguage } from '@parley/text'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Services } from '../services'
import { readDemoFill } from './demo-fill'
import { fillDemoWorkspace } from './fill-demo-workspace'

/** A Wednesday, so that the talk of five working days crosses a weekend. */
const NOW = new Date('2026-11-25T03:00:00Z')

let parley: TestParley
/** All of the demonstration, before anybody said more. */
let whole: Awaited<ReturnType<typeof readAll>>

const readAll = async ({ owner: { http } }: TestParley = parley) => {
  const { channels } = await http.query('state', {})
  const { users } = await http.query('users.list', {})
  const { tasks } = await http.query('tasks.list', {})
  const { documents } = await http.query('knowledge.list', {})
  const lists = await Promise.all(
    channels.map(({ channel }) => http.query('messages.list', { channelId: channel.id, limit: 200 })),
  )
  return { users, channels, tasks, documents, messages: lists.flatMap(({ messages }) => messages) }
}

beforeAll(async () => {
  parley = await startTestParley({ now: () => NOW, demoPassword: TEST_PASSWORD })
  await parley.server.demoFilled()
  whole = await readAll()
}, 120_000)
afterAll(() => parley[Symbol.asyncDispose]())

describe('the demonstration workspace', () => {
  it('has people, channels, a handbook, talk and tasks', async () => {
    const { users, channels, tasks, documents, messages } = await readAll()
    expect(users.filter(({ email }) => email?.endsWith('@example.org'))).toHaveLength(9)
    expect(channels.map(({ channel }) => channel.kind).sort()).toEqual(['private', ...Array(7).fill('public')])
    expect(documents.length).toBeGreaterThanOrEqual(12)
    expect(messages.length).toBeGreaterThanOrEqual(120)
    expect(tasks.map(({ status }) => status).sort()).toEqual(['done', ...Array(5).fill('open')])
  })

  it('is the same after it was filled once more', async () => {
    const before = await readAll()
    const { workspace, me } = await parley.owner.http.query('state', {})
    await fillDemoWorkspace(parley.server.services, { workspaceId: workspace.id, ownerId: me.id, startedAt: NOW })
    expect(await readAll()).toEqual(before)
  })

  it('was talked in on working days, in office hours somewhere, in order, and never in the future', async () => {
    const { messages } = await readAll()
    const times = messages.map(({ createdAt }) => new Date(createdAt))
    expect(Math.max(...times.map(Number))).toBeLessThan(NOW.getTime())
    expect(new Set(times.map((time) => time.toISOString().slice(0, 10)))).toEqual(
      new Set(['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24']),
    )
    for (const id of new Set(messages.map(({ channelId }) => channelId))) {
      const own = messages.filter(({ channelId }) => channelId === id).toSorted((a, b) => a.seq - b.seq)
      const oldestFirst = own.map(({ createdAt }) => createdAt)
      expect(oldestFirst).toEqual(oldestFirst.toSorted())
    }
  })

  it('leaves the owner a few messages to read, and not a hundred', async () => {
    const { channels } = await readAll()
    const unread = channels.map(({ lastMessageNumber, readNumber }) => lastMessageNumber - readNumber)
    expect(Math.max(...unread)).toBe(2)
  })

  it('lets its people sign in, and read what they may', async () => {
    const channelsOf = async (account: string) => {
      const body = JSON.stringify({ email: `${account}@example.org`, password: TEST_PASSWORD })
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${parley.url}/api/auth.signIn`, { method: 'POST', headers, body })
      const { token } = (await answer.json()) as { token: string }
      const authorization = `Bearer ${token}`
      const list = await fetch(`${parley.url}/api/channels.list`, { headers: { authorization } })
      return list.text()
    }
    expect(await channelsOf('sophie.keller')).toContain('管理组 leads')
    const others = await channelsOf('wang.wei')
    expect(others).toContain('杭州办公室')
    expect(others).not.toContain('管理组 leads')
  })

  it('shelves every document in the language it is written in', async () => {
    const { documents } = await readAll()
    for (const { title, language } of documents) expect(language, title).toBe(detectLanguage(title))
    expect(documents.filter(({ language }) => language === 'zh').length).toBeGreaterThanOrEqual(5)
    expect(documents.filter(({ language }) => language === 'en').length).toBeGreaterThanOrEqual(5)
  })

  it('has an assistant that answers what is said from now on, and nothing of the past', async () => {
    const { channels } = await readAll()
    expect(channels.every(({ isAssistantMember }) => isAssistantMember)).toBe(true)
    const { channel } = channels.find(({ channel: { name } }) => name === 'engineering') ?? channels[0]!
    const text = '@Parley please assign the release checklist to Wang Wei, due by Friday'
    const sent = { channelId: channel.id, clientMessageId: 'first-question', text }
    const { message } = await parley.owner.http.command('messages.send', sent)
    const said = async () => (await readAll()).messages.filter(({ authorId }) => authorId === parley.assistant.id)
    await until(async () => (await said()).length > 0, 'the assistant has answered')
    expect((await said()).map(({ card }) => card?.repliesTo)).toEqual([message.id])
  })
})

describe('a demonstration that is killed while it is filled in', () => {
  /** What an owner and the demonstration's people begin with, and nothing of the rest. */
  async function begin(half: TestParley): Promise<void> {
    const { store, demo } = half.server.services
    const { workspace, me, channels } = await half.owner.http.query('state', {})
    const channelId = channels.find(({ channel }) => channel.kind === 'public')?.channel.id ?? ''
    const alongside = await demo.prepare()
    const beginning = { workspaceId: workspace.id, owner: me, channelId }
    await store.write(workspace.id, [workspace.id, channelId], (write) => alongside(write, beginning))
  }

  /** Services that die in the middle of whatever they are doing: after so many messages. */
  function mortal({ store, ...services }: Services, messagesLeft: number): Services {
    let left = messagesLeft
    const storeMessage: typeof store.messages.store = (draft) => {
      left -= 1
      return left < 0 ? Promise.reject(new Error('killed')) : store.messages.store(draft)
    }
    return { ...services, store: { ...store, messages: { store: storeMessage } } }
  }

  it('is completed by later tries, each killed further on, without doubles and dated alike', async () => {
    await using half = await startTestParley({ now: () => NOW })
    await begin(half)
    const { services } = half.server
    const fill = await readDemoFill(services.store.rows)
    if (!fill) throw new Error('nothing is noted to be filled in')
    let kills = 0
    for (let lifetime = 20; ; lifetime += 20) {
      const outcome = await fillDemoWorkspace(mortal(services, lifetime), fill).catch((error: Error) => error.message)
      if (outcome === undefined) break
      expect(outcome).toBe('killed')
      kills += 1
    }
    expect(kills).toBeGreaterThanOrEqual(5)
    const essence = ({ channels, messages, documents, tasks }: Awaited<ReturnType<typeof readAll>>) => ({
      channels: channels
        .map(({ channel }) => channel.name)
        .filter((name) => name !== '')
        .sort(),
      messages: messages
        .map(({ createdAt, text }) => `${createdAt} ${text}`)
        .filter((text) => !text.includes('Welcome, owner'))
        .sort(),
      documents: documents.map(({ title }) => title).sort(),
      tasks: tasks.map(({ title, due, status }) => `${due} ${title} ${status}`).sort(),
    })
    const completed = essence(await readAll(half))
    expect(new Set(completed.messages).size).toBe(completed.messages.length)
    expect(completed).toEqual(essence(whole))
  }, 120_000)

  it('is gone on with by the next start, and then forgotten', async () => {
    await using half = await startTestParley({ now: () => NOW })
    await begin(half)
    expect((await readAll(half)).documents).toEqual([])
    await half.restart()
    await half.server.demoFilled()
    expect((await readAll(half)).documents).toHaveLength(whole.documents.length)
    expect(await readDemoFill(half.server.services.store.rows)).toBeNull()
  }, 120_000)

  it('stops between two steps when the server does', async () => {
    await using half = await startTestParley({ now: () => NOW })
    await begin(half)
    const { services } = half.server
    const fill = await readDemoFill(services.store.rows)
    const stopped = AbortSignal.abort(new Error('stopping'))
    await expect(fillDemoWorkspace(services, fill!, stopped)).rejects.toThrow('stopping')
    expect((await readAll(half)).messages).toHaveLength(1)
  })
})
