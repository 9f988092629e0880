import { randomBytes, randomUUID } from 'node:crypto'
import { type ReceivedPost, startReceiver, startTestParley, type TestParley, withConnection } from '@parley/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const [first, second] = [randomBytes(32), randomBytes(32)]

/** Handed to each start: tests change what stands in it. */
const secretKeys: Buffer[] = []

let parley: TestParley
beforeEach(async () => {
  secretKeys.splice(0, secretKeys.length, first)
  parley = await startTestParley({ secretKeys, hookHosts: ['127.0.0.1'], sourceHosts: ['127.0.0.1'] })
})
afterEach(() => parley[Symbol.asyncDispose]())

const stored = () =>
  withConnection(parley.databaseUrl, async (client) => {
    const { rows } = await client.query<{ secret: string }>(
      `select secret from outgoing_hooks union all select secret from slash_commands
       union all select secret from document_sources where secret is not null`,
    )
    return rows.map(({ secret }) => secret)
  })

async function createAll(url: string) {
  const { http } = parley.owner
  const channel = await parley.createChannel(`hooked-${randomUUID()}`)
  const hook = await http.command('outgoingHooks.create', { name: 'CI', channelId: channel.id, url })
  const description = { en: 'Deploy', zh: '部署' }
  const command = await http.command('slashCommands.create', { name: 'deploy', description, url })
  const settings = { kind: 'git', address: 'https://127.0.0.1:1/team.git' } as const
  const secret = { username: 'wei', password: 's3cret-of-git' }
  await http.command('sources.add', { name: 'Team', settings, secret })
  return { channel, hook, command }
}

describe('secrets that Parley has to know', () => {
  it('do not stand readable in the database, and work', async () => {
    await using receiver = await startReceiver()
    const { hook, command, channel } = await createAll(receiver.url)
    const rows = await stored()
    expect(rows).toHaveLength(3)
    for (const plain of [hook.secret, command.secret, 's3cret-of-git']) expect(rows.join()).not.toContain(plain)
    const invoked = { name: 'deploy', channelId: channel.id, text: '', clientCommandId: randomUUID() }
    await parley.owner.http.command('slashCommands.invoke', invoked)
    expect(receiver.posts[0]?.headers['x-parley-signature']).toMatch(/^v0=/)
  })

  it('are sealed at the next start where an earlier version left them open, and when the key changes', async () => {
    await using receiver = await startReceiver()
    const { hook } = await createAll(receiver.url)
    await withConnection(parley.databaseUrl, (client) =>
      client.query('update outgoing_hooks set secret = $1', [hook.secret]),
    )
    await parley.restart()
    const sealed = await stored()
    expect(sealed.join()).not.toContain(hook.secret)
    secretKeys.unshift(second)
    await parley.restart()
    expect((await stored()).filter((secret) => sealed.includes(secret))).toEqual([])
    secretKeys.pop()
    await parley.restart()
    await parley.owner.http.command('outgoingHooks.test', { hookId: hook.outgoingHook.id })
    const [post] = (await receiver.waitFor(1)) as [ReceivedPost]
    expect(post.headers['x-parley-signature']).toMatch(/^v0=/)
  })

  it('fail by name without their key, hold up nothing else, and work again with it', async () => {
    await using receiver = await startReceiver()
    const { hook } = await createAll(receiver.url)
    const hookId = hook.outgoingHook.id
    secretKeys.splice(0, 1, second)
    await parley.restart()
    await parley.owner.http.command('outgoingHooks.test', { hookId })
    await expect
      .poll(async () => (await parley.owner.http.query('outgoingHooks.deliveries', { hookId })).deliveries[0])
      .toMatchObject({ status: 'failed', problem: 'secret_unreadable' })
    expect(receiver.posts).toEqual([])
    secretKeys.push(first)
    await parley.restart()
    await parley.owner.http.command('outgoingHooks.test', { hookId })
    await receiver.waitFor(1)
  })
})
