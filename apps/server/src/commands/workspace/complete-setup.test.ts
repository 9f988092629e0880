import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CommandBody, Language, QueryAnswer, QueryName } from '@parley/protocol'
import { createTestDatabase, TEST_PASSWORD } from '@parley/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog, type ParleyServer, startParley, startRulesOnlyEngine } from '../../index'

const programDirectory = fileURLToPath(new URL('../../../../../dist', import.meta.url))

let server: ParleyServer
let stop: () => Promise<void>
beforeEach(async () => {
  const database = await createTestDatabase()
  const log = createLog('silent')
  server = await startParley({
    databaseUrl: database.url,
    host: '127.0.0.1',
    port: 0,
    log,
    engine: startRulesOnlyEngine({ programDirectory, log }),
    programDirectory,
    webDirectory: null,
    // Nobody uploads anything here.
    files: { directory: join(tmpdir(), 'parley-no-files'), maxBytes: 1 },
    version: 'test',
    secretKeys: [Buffer.alloc(32)],
  })
  stop = async () => {
    await server.stop()
    await database.drop()
  }
})
afterEach(() => stop())

async function issueToken(): Promise<string> {
  const link = await server.createSetupLink()
  return new URL(link ?? 'http://nowhere').searchParams.get('token') ?? ''
}

interface Answer {
  readonly token: string
  readonly user: { readonly email: string }
}

async function complete(token: string, change: Partial<CommandBody<'setup.complete'>> = {}): Promise<Answer> {
  const ada = { workspaceName: 'Seagull', name: 'Ada', email: 'ada@example.com', password: TEST_PASSWORD }
  const answer = await fetch(`${server.url}/api/setup.complete`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, language: 'en', ...ada, ...change }),
  })
  if (!answer.ok) throw ((await answer.json()) as { error: unknown }).error
  return (await answer.json()) as Answer
}

const clientOf = ({ token }: { readonly token: string }) => ({
  query: async <Name extends QueryName>(name: Name, parameters: Record<string, string> = {}) => {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await fetch(`${server.url}/api/${name}?${new URLSearchParams(parameters)}`, { headers })
    return (await answer.json()) as QueryAnswer<Name>
  },
})

describe('setting up', () => {
  it('names the workspace, and signs its owner in', async () => {
    const session = await complete(await issueToken(), { timeZone: 'Asia/Shanghai' })
    expect(session.user).toMatchObject({
      name: 'Ada',
      email: 'ada@example.com',
      role: 'owner',
      timeZone: 'Asia/Shanghai',
    })
    const { workspace, me } = await clientOf(session).query('state')
    expect([workspace.name, me.email]).toEqual(['Seagull', 'ada@example.com'])
    expect(await clientOf(session).query('setup')).toEqual({ isNeeded: false, workspaceName: 'Seagull' })
    expect(await server.createSetupLink()).toBeNull()
  })

  it('takes the newest link only, and once', async () => {
    const earlier = await issueToken()
    const newest = await issueToken()
    for (const token of [earlier, '', 'guessed']) {
      await expect(complete(token)).rejects.toMatchObject({ code: 'setup_token_invalid' })
    }
    await complete(newest)
    await expect(complete(newest)).rejects.toMatchObject({ code: 'setup_already_done' })
  })

  it('makes one owner of two that race', async () => {
    const token = await issueToken()
    const outcomes = await Promise.allSettled([complete(token), complete(token, { email: 'eve@example.com' })])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it.each<[Language, string, RegExp]>([
    ['en', 'general', /^Welcome, Ada\..*assign the release checklist to Ada/s],
    ['zh', '综合', /^Ada，欢迎。.*请把发布清单分配给Ada/s],
  ])('welcomes the owner in their language: %s', async (language, name, welcome) => {
    const http = clientOf(await complete(await issueToken(), { language }))
    const { channels, users } = await http.query('state')
    const assistant = users.find(({ kind }) => kind === 'assistant')
    const first = channels.find(({ channel }) => channel.kind === 'public')
    expect(first).toMatchObject({ channel: { name }, isAssistantMember: true, lastMessageNumber: 1, readNumber: 0 })
    const { messages } = await http.query('messages.list', { channelId: first!.channel.id })
    expect(messages).toMatchObject([{ authorId: assistant?.id, text: expect.stringMatching(welcome) }])
    const direct = channels.find(({ channel }) => channel.kind === 'direct')
    expect(direct?.channel.directUserIds).toContain(assistant?.id)
  })

  it('with the demonstration is done at once: its people are there, and the rest arrives', async () => {
    const http = clientOf(await complete(await issueToken(), { withDemo: true }))
    const { users } = await http.query('state')
    expect(users).toHaveLength(10)
    const before = await http.query('knowledge.list')
    await server.demoFilled()
    const after = await http.query('knowledge.list')
    expect(before.documents.length).toBeLessThan(after.documents.length)
    const { channels } = await http.query('state')
    expect(channels.map(({ channel }) => channel.name)).toEqual(expect.arrayContaining(['general', 'start-here']))
  }, 60_000)
})
