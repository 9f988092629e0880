import path from 'node:path'
import { createHttpClient } from '@parley/client'
import type { MessageId, Transfer } from '@parley/protocol'
import type { TestParley } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile, reportOf } from './testing/import-files'
import { type ImportGround, openImportGround } from './testing/import-ground'
import { laterSlackTeam, slackTeam } from './testing/slack-team'
import { writeZip } from './testing/zip-of'

let ground: ImportGround
let parley: TestParley
let directory: string
beforeAll(async () => {
  ground = await openImportGround()
  ;({ parley, directory } = ground)
})
afterAll(() => ground?.[Symbol.asyncDispose]())

async function runImport(files: Readonly<Record<string, unknown>>, isDryRun = false): Promise<Transfer> {
  const file = path.join(directory, 'export.zip')
  await writeZip(file, files)
  return importFile(parley, file, 'slack', isDryRun)
}

const rows = () => parley.server.services.store.rows
const countMessages = async () => (await rows().selectFrom('messages').select('id').execute()).length

async function messagesOf(channelName: string) {
  return rows()
    .selectFrom('messages')
    .innerJoin('channels', 'channels.id', 'messages.channel_id')
    .innerJoin('users', 'users.id', 'messages.author_id')
    .selectAll('messages')
    .select(['users.name as author', 'users.kind as authorKind'])
    .where('channels.name', '=', channelName)
    .where('users.kind', '<>', 'assistant')
    .orderBy('messages.seq')
    .execute()
}

describe('importing a Slack export', () => {
  test('a dry run tells what there is and changes nothing', async () => {
    const before = await countMessages()
    const report = reportOf(await runImport(slackTeam, true))
    expect(report.people).toEqual({ added: 7, known: 0 })
    expect(report.channels).toEqual({ added: 4, known: 1 })
    expect(report.messages).toEqual({ added: 16, known: 0 })
    expect(report.problems).toEqual([])
    expect(await countMessages()).toBe(before)
    expect(await rows().selectFrom('imported_items').selectAll().execute()).toEqual([])
  })

  test('takes over people, channels and messages, each by its author and at its time', async () => {
    const report = reportOf(await runImport(slackTeam))
    expect(report.messages).toEqual({ added: 16, known: 0 })
    expect(report.reactions).toBe(3)
    const general = await messagesOf('general')
    expect(general.map(({ author, text }) => `${author}: ${text}`)).toMatchInlineSnapshot(`
      [
        "Ann Lee: **Welcome** @王小明, read [the guide](https://example.com/a_b_c) & say hi in #旧项目 @here 🎉",
        "王小明: 请大家周五前看完发布清单",
        "Gone Person: An answer whose question was deleted",
        "CI: > **[Build 7](https://ci.example.com/7)**
      > **failed** in \`lint\`
      > **Branch** main",
        "Ann Lee: *is having lunch*",
        "Ann Lee: [计划.pdf](https://team.example.com/files/F01)",
        "Ann Lee: Will do",
        "Ann Lee: And another one",
        "王小明: **看完了**，可以发布",
        "王小明: **清单** for @Ann Lee🚀

      1. one
      2. [two](https://example.com/two)

      \`\`\`
      npm start
      \`\`\`",
        "Slackbot: This message was deleted.",
        "Ann Lee: still here",
      ]
    `)
    expect(general[0]?.created_at.toISOString()).toBe('2023-11-14T22:15:00.000Z')
    expect(general[0]?.edited_at?.toISOString()).toBe('2023-11-14T22:16:00.000Z')
    expect(general[0]?.pinned_at).not.toBeNull()
    expect(general[0]?.client_message_id).toBe('slack:C01GENERAL:1700000100.000100')
  })

  test('keeps threads together, also where their beginning is gone', async () => {
    const general = await messagesOf('general')
    const root = general.find(({ text }) => text.startsWith('请大家'))
    const replies = general.filter(({ thread_id }) => thread_id === root?.id)
    expect(replies.map(({ text, is_also_in_channel }) => [text, is_also_in_channel])).toEqual([
      ['Will do', false],
      ['**看完了**，可以发布', true],
    ])
    expect(root?.reply_count).toBe(2)
    expect(root?.last_reply_at?.toISOString()).toBe('2023-11-15T23:18:20.000Z')
    const standIn = general.find(({ text }) => text.startsWith('An answer whose'))
    expect(standIn?.thread_id).toBeNull()
    expect(general.find(({ text }) => text === 'And another one')?.thread_id).toBe(standIn?.id)
  })

  test('keeps reactions with their skin tones, and a team’s own emoji by name', async () => {
    const found = await rows().selectFrom('reactions').select(['emoji']).orderBy('emoji').execute()
    expect(found.map(({ emoji }) => emoji)).toEqual([':parley_parrot:', '👍🏼', '👍🏼'])
  })

  test('a team’s own emoji can be joined and taken back where it is, and not brought elsewhere', async () => {
    const general = await messagesOf('general')
    const [first, second] = general.map(({ id }) => id as MessageId)
    if (!first || !second) throw new Error('the channel is empty')
    const react = (messageId: MessageId, isAdded: boolean) =>
      parley.owner.http.command('messages.react', { messageId, emoji: ':parley_parrot:', isAdded })
    const countOf = ({ message }: Awaited<ReturnType<typeof react>>) =>
      message.reactions.find(({ emoji }) => emoji === ':parley_parrot:')?.userIds.length
    expect(countOf(await react(first, true))).toBe(2)
    expect(countOf(await react(first, false))).toBe(1)
    await expect(react(second, true)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('nothing of it is unread, for those who were here and for those who come', async () => {
    const state = await parley.owner.http.query('state', {})
    const general = state.channels.find(({ channel }) => channel.name === 'general')
    expect(general && general.lastMessageNumber - general.readNumber).toBe(0)
    const behind = await rows()
      .selectFrom('memberships')
      .innerJoin('channels', 'channels.id', 'memberships.channel_id')
      .select('user_id')
      .whereRef('memberships.read_number', '<', 'channels.last_message_number')
      .execute()
    expect(behind).toEqual([])
    const follows = await rows()
      .selectFrom('thread_follows')
      .innerJoin('messages', 'messages.id', 'thread_follows.thread_id')
      .select(['read_number', 'reply_count'])
      .execute()
    expect(follows.length).toBeGreaterThan(0)
    expect(follows.every(({ read_number, reply_count }) => read_number === reply_count)).toBe(true)
  })

  test('the assistant answers nothing of it and makes no task of it', async () => {
    await parley.settle()
    expect(await rows().selectFrom('tasks').selectAll().execute()).toEqual([])
    const said = await rows()
      .selectFrom('messages')
      .innerJoin('users', 'users.id', 'author_id')
      .select('text')
      .where('users.kind', '=', 'assistant')
      .execute()
    expect(said).toHaveLength(1) // its welcome
  })

  test('private channels and direct messages stay with their members', async () => {
    const state = await parley.owner.http.query('state', {})
    expect(state.channels.map(({ channel }) => channel.name)).not.toContain('leads')
    const leads = await rows().selectFrom('channels').selectAll().where('name', '=', 'leads').executeTakeFirstOrThrow()
    expect(leads.kind).toBe('private')
    expect(leads.member_count).toBe(3) // Ann, 王小明 and the assistant
    const direct = await rows().selectFrom('channels').selectAll().where('kind', '=', 'direct').execute()
    expect(direct.map(({ member_count }) => member_count).sort()).toEqual([2, 2, 3]) // and the owner’s with the assistant
  })

  test('closed accounts and archived channels stay closed, and guests guests', async () => {
    const gone = await rows()
      .selectFrom('users')
      .selectAll()
      .where('name', '=', 'Gone Person')
      .executeTakeFirstOrThrow()
    expect(gone.is_active).toBe(false)
    const guest = await rows().selectFrom('users').selectAll().where('name', '=', 'Vi Sitor').executeTakeFirstOrThrow()
    expect(guest.role).toBe('guest')
    const ann = await rows().selectFrom('users').selectAll().where('name', '=', 'Ann Lee').executeTakeFirstOrThrow()
    expect([ann.role, ann.time_zone, ann.aliases, ann.password_hash]).toEqual([
      'member',
      'Europe/London',
      ['ann'],
      null,
    ])
    const old = await rows().selectFrom('channels').selectAll().where('name', '=', '旧项目').executeTakeFirstOrThrow()
    expect(old.archived_at).not.toBeNull()
  })

  test('whoever is added with an imported address gets that account, and what they said with it', async () => {
    const before = await rows()
      .selectFrom('users')
      .select('id')
      .where('email', '=', 'ann@example.com')
      .executeTakeFirstOrThrow()
    const person = { name: 'Ann Lee', email: 'Ann@example.com', password: 'correct horse battery staple' }
    const { user } = await parley.owner.http.command('users.create', person)
    expect(user.id).toBe(before.id)
    const { token } = await parley.owner.http.command('auth.signIn', {
      email: 'ann@example.com',
      password: person.password,
    })
    const ann = createHttpClient({ baseUrl: parley.url, token })
    const { channels } = await ann.query('state', {})
    expect(channels.map(({ channel }) => channel.name)).toContain('leads')
    const again = parley.owner.http.command('users.create', { ...person, password: 'another horse battery staple' })
    await expect(again).rejects.toMatchObject({ code: 'email_taken' })
  })

  test('its words are found', async () => {
    await expect
      .poll(async () => (await parley.owner.http.query('messages.search', { query: '发布清单' })).messages.length)
      .toBeGreaterThan(0)
  })

  test('once more adds nothing', async () => {
    const before = await countMessages()
    const report = reportOf(await runImport(slackTeam))
    expect(report.messages).toEqual({ added: 0, known: 16 })
    expect(report.people.added).toBe(0)
    expect(report.channels.added).toBe(0)
    expect(await countMessages()).toBe(before)
  })

  test('a later export adds what is new, and that is not unread either', async () => {
    const report = reportOf(await runImport(laterSlackTeam))
    expect(report.messages).toEqual({ added: 1, known: 16 })
    const { channels } = await parley.owner.http.query('state', {})
    const general = channels.find(({ channel }) => channel.name === 'general')
    expect(general && general.lastMessageNumber - general.readNumber).toBe(0)
  })

  test('is refused to whoever does not run the workspace', async () => {
    const member = await parley.addPerson('Member')
    const answer = await fetch(`${parley.url}/api/imports.upload`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${member.token}` },
      body: 'x',
    })
    expect(answer.status).toBe(403)
  })
})

describe('an archive that cannot be trusted', () => {
  test('is refused when it is no zip, or not Slack’s', async () => {
    const transfer = await runImport({ 'readme.txt': 'nothing' })
    expect(transfer.status).toBe('failed')
    expect(transfer.failure).toEqual({ code: 'unreadable_archive', parameters: { reason: 'not_slack', detail: '' } })
  })

  test('costs only the messages that cannot be read, and its preview says the same', async () => {
    const files = {
      'users.json': [{ id: 'U9', name: 'nine' }, { name: 'without id' }],
      'channels.json': [{ id: 'C9', name: 'nine', members: ['U9'] }],
      'nine/2024-01-01.json': '[{"type":"message","ts":"1","user":"U9","text":"kept"},{"type":"message","ts":"never"}]',
      'nine/2024-01-02.json': '{ broken',
      'nine/2024-01-04.json': '{"messages":[]}',
      'nine/2024-01-03.json': [{ type: 'message', ts: '2', user: 'U9', text: `a\u0000b ${'x'.repeat(50_000)}` }],
    }
    const preview = reportOf(await runImport(files, true))
    const report = reportOf(await runImport(files))
    expect(preview.problems).toEqual(report.problems)
    expect(report.messages.added).toBe(2)
    expect(report.problems.map(({ place, problem, detail }) => [place, problem, detail])).toEqual([
      ['users.json#2', 'unreadable_line', 'id'],
      ['nine/2024-01-01.json#2', 'unreadable_line', 'ts'],
      ['nine/2024-01-02.json', 'not_json', ''],
      ['nine/2024-01-04.json', 'not_a_list', ''],
      ['C9:2', 'text_too_long', '50003'],
    ])
  })
})
