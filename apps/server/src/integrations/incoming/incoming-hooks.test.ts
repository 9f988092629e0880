import { createHttpClient } from '@parley/client'
import type { Channel, IncomingHook, Message } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
let wei: TestPerson
let channel: Channel
let hook: IncomingHook
let path: string

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  channel = await parley.createChannel('builds', [wei])
  const made = await parley.owner.http.command('incomingHooks.create', { name: 'CI', channelId: channel.id })
  hook = made.incomingHook
  path = made.path
})
afterAll(() => parley[Symbol.asyncDispose]())

const JSON_TYPE = { 'content-type': 'application/json' }

async function post(body: unknown, headers: Record<string, string> = JSON_TYPE, to = path) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(new URL(to, parley.url), { method: 'POST', headers, body: text })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

async function newest(channelId = channel.id): Promise<Message> {
  const { messages } = await parley.owner.http.query('messages.list', { channelId, limit: 1 })
  return messages[0] as Message
}

async function posted(payload: object): Promise<string> {
  expect(await post(payload)).toMatchObject({ status: 200, text: 'ok' })
  return (await newest()).text
}

describe('an incoming webhook', () => {
  test('answers ok, and its bot says in the channel what was posted', async () => {
    const answer = await post({ text: 'Build *passed*' })
    expect(answer).toMatchObject({ status: 200, text: 'ok' })
    const message = await newest()
    expect(message).toMatchObject({ text: 'Build **passed**', authorId: hook.botId, card: null })
    expect(answer.headers.get('x-parley-message-id')).toBe(message.id)
    expect(message.postedAs).toEqual({ hookName: 'CI', name: null, icon: null })
  })

  test('takes a form with the payload in it, and JSON that curl calls a form', async () => {
    const form = new URLSearchParams({ payload: JSON.stringify({ text: '表单 & <form>' }) }).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await post(form, type)).text).toBe('ok')
    expect((await newest()).text).toBe('表单 & <form>')
    expect((await post('{"text":"from curl"}', type)).text).toBe('ok')
    expect((await newest()).text).toBe('from curl')
  })

  test('shows whom a payload claims to be from beside its bot, not in its place', async () => {
    await posted({ text: 'x', username: 'The CEO', icon_emoji: ':crown:' })
    const message = await newest()
    expect(message.authorId).toBe(hook.botId)
    expect(message.postedAs).toEqual({ hookName: 'CI', name: 'The CEO', icon: ':crown:' })
  })

  test('names people and calls everybody, by id or by name', async () => {
    const text = await posted({ text: `<@${wei.user.id}> and <@王伟>, <!channel>: see <#${channel.id}>` })
    expect(text).toBe('@王伟 and @王伟, @channel: see #builds')
    expect(await newest()).toMatchObject({ mentions: [wei.user.id], isForEveryone: true })
  })

  test('calls a group by its name, and everybody only where the rules let its bot', async () => {
    const { owner } = parley
    await owner.http.command('groups.save', { handle: 'builders', name: 'Builders', memberIds: [wei.user.id] })
    await owner.http.command('channels.setRules', { channelId: channel.id, callEverybody: 'moderators' })
    await posted({ text: '@builders <!channel>: it failed' })
    await owner.http.command('channels.setRules', { channelId: channel.id, callEverybody: 'members' })
    expect(await newest()).toMatchObject({ mentions: [wei.user.id], isForEveryone: false })
  })

  test('tells nothing of a channel that its bot may not read', async () => {
    const secret = await parley.createChannel('merger', [], { kind: 'private' })
    expect(await posted({ text: `<#${secret.id}>` })).not.toContain('merger')
  })

  test('writes into a thread by the id of its first message', async () => {
    await posted({ text: 'deploying' })
    const root = await newest()
    expect((await post({ text: 'done', thread_ts: root.id })).text).toBe('ok')
    const { messages } = await parley.owner.http.query('messages.list', { channelId: channel.id, threadId: root.id })
    expect(messages.map(({ text }) => text)).toEqual(['done'])
    expect(await post({ text: 'x', thread_ts: '1503435956.000247' })).toMatchObject({
      status: 404,
      text: 'thread_not_found',
    })
  })

  test('writes into another channel only where its bot is', async () => {
    const other = await parley.createChannel('deploys')
    expect(await post({ text: 'x', channel: '#deploys' })).toMatchObject({ status: 404, text: 'channel_not_found' })
    await parley.owner.http.command('channels.addMember', { channelId: other.id, userId: hook.botId })
    expect((await post({ text: 'there', channel: '#deploys' })).text).toBe('ok')
    expect((await newest(other.id)).text).toBe('there')
  })

  test('posts once under one idempotency key, whatever is sent again', async () => {
    const headers = { ...JSON_TYPE, 'idempotency-key': 'build 17' }
    const [first, second] = [await post({ text: 'once' }, headers), await post({ text: 'once' }, headers)]
    expect(second.text).toBe('ok')
    expect(second.headers.get('x-parley-message-id')).toBe(first.headers.get('x-parley-message-id'))
  })
})

describe('what is refused', () => {
  test.each([
    ['no JSON', 'hello', 400, 'invalid_payload'],
    ['a list', '[]', 400, 'invalid_payload'],
    ['nothing said', {}, 400, 'no_text'],
    ['only space', { text: ' \n ' }, 400, 'no_text'],
    ['nothing to be seen', { text: '\u200b\u2060' }, 400, 'no_text'],
    ['a text that is no text', { text: { a: 1 } }, 400, 'invalid_payload'],
    ['blocks that are none', { blocks: 'section' }, 400, 'invalid_blocks'],
    ['a block without a type', { blocks: [{ text: 'x' }] }, 400, 'invalid_blocks'],
    ['elements that are null', { blocks: [{ type: 'rich_text', elements: [null] }] }, 400, 'invalid_blocks'],
    ['a NUL', { text: 'a\u0000b' }, 400, 'invalid_payload'],
    ['a lone surrogate', '{"text":"\\ud800"}', 400, 'invalid_payload'],
    ['a text that is too long', { text: '好'.repeat(40_001) }, 400, 'msg_too_long'],
    [
      '101 attachments',
      { attachments: Array.from({ length: 101 }, () => ({ text: 'x' })) },
      400,
      'too_many_attachments',
    ],
  ])('is %s, in Slack’s word', async (_what, body, status, word) => {
    const before = await newest()
    const answer = await post(body)
    expect(answer).toMatchObject({ status, text: word })
    expect(answer.headers.get('x-parley-error')).toMatch(/^[a-z_]+$/)
    expect((await newest()).id).toBe(before.id)
  })

  test('is an unknown secret, and the old one after a rotation', async () => {
    expect(await post({ text: 'x' }, JSON_TYPE, '/api/hooks/prl_hook_nothing')).toMatchObject({
      status: 404,
      text: 'no_service',
    })
    const made = await parley.owner.http.command('incomingHooks.create', { name: 'Old', channelId: channel.id })
    const renewed = await parley.owner.http.command('incomingHooks.rotateSecret', { hookId: made.incomingHook.id })
    expect(await post({ text: 'x' }, JSON_TYPE, made.path)).toMatchObject({ status: 404, text: 'no_service' })
    expect((await post({ text: 'x' }, JSON_TYPE, renewed.path)).text).toBe('ok')
    await parley.owner.http.command('incomingHooks.remove', { hookId: made.incomingHook.id })
    expect((await post({ text: 'x' }, JSON_TYPE, renewed.path)).text).toBe('no_service')
  })

  test('is an archived channel, and one that its bot was taken out of', async () => {
    const closing = await parley.createChannel('closing')
    const made = await parley.owner.http.command('incomingHooks.create', { name: 'C', channelId: closing.id })
    const { botId } = made.incomingHook
    await parley.owner.http.command('channels.removeMember', { channelId: closing.id, userId: botId })
    expect(await post({ text: 'x' }, JSON_TYPE, made.path)).toMatchObject({ status: 403, text: 'action_prohibited' })
    await parley.owner.http.command('channels.addMember', { channelId: closing.id, userId: botId })
    await parley.owner.http.command('channels.archive', { channelId: closing.id, isArchived: true })
    expect(await post({ text: 'x' }, JSON_TYPE, made.path)).toMatchObject({ status: 410, text: 'channel_is_archived' })
  })

  test('is a body that is too large, and broken UTF-8', async () => {
    expect((await post({ text: 'x', filler: 'y'.repeat(600_000) })).text).toBe('msg_too_long')
    const body = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])
    const response = await fetch(new URL(path, parley.url), { method: 'POST', body, headers: JSON_TYPE })
    expect([response.status, await response.text()]).toEqual([400, 'invalid_payload'])
  })
})

describe('who may make one', () => {
  test('is an administrator, in a channel that they could open to others', async () => {
    const making = wei.http.command('incomingHooks.create', { name: 'mine', channelId: channel.id })
    await expect(making).rejects.toMatchObject({ code: 'forbidden' })
    const { channel: secret } = await wei.http.command('channels.create', { name: 'weis', kind: 'private' })
    const listening = parley.owner.http.command('incomingHooks.create', { name: 'x', channelId: secret.id })
    await expect(listening).rejects.toMatchObject({ code: 'not_a_member' })
  })

  test('sees the secret once', async () => {
    const answer = await parley.owner.http.query('integrations.list', {})
    expect(answer.incomingHooks.map(({ id }) => id)).toContain(hook.id)
    expect(JSON.stringify(answer)).not.toContain(path.split('/').at(-1))
    await expect(wei.http.query('integrations.list', {})).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test('a bot is limited like a person, and told when to come back', async () => {
  await using limited = await startTestParley({ hasRateLimits: true, now: () => new Date('2026-11-28T08:00:00Z') })
  const { channel: target } = await limited.owner.http.command('channels.create', { name: 'flood', kind: 'public' })
  const made = await limited.owner.http.command('incomingHooks.create', { name: 'Loop', channelId: target.id })
  const send = () => fetch(new URL(made.path, limited.url), { method: 'POST', body: '{"text":"again"}' })
  const answers = await Promise.all(Array.from({ length: 70 }, send))
  const refused = answers.find(({ status }) => status === 429)
  expect(await refused?.text()).toBe('rate_limited')
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await createHttpClient({ baseUrl: limited.url }).query('health', {})).toMatchObject({ database: 'ok' })
})
