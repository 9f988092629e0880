import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { TestParley } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile, reportOf } from './testing/import-files'
import { type ImportGround, openImportGround } from './testing/import-ground'
import { mattermostLines } from './testing/mattermost-team'
import { writeZip } from './testing/zip-of'

let ground: ImportGround
let parley: TestParley
let directory: string
beforeAll(async () => {
  ground = await openImportGround()
  ;({ parley, directory } = ground)
})
afterAll(() => ground?.[Symbol.asyncDispose]())

const rows = () => parley.server.services.store.rows
const fileOf = (name: string) => path.join(directory, name)

describe('importing a bulk export of Mattermost', () => {
  test('takes over people, channels, posts, replies and reactions, and reports what it cannot read', async () => {
    await writeFile(fileOf('import.jsonl'), mattermostLines)
    const report = reportOf(await importFile(parley, fileOf('import.jsonl'), 'mattermost'))
    expect(report).toMatchObject({
      people: { added: 4, known: 0 },
      channels: { added: 3, known: 0 },
      messages: { added: 5, known: 0 },
      reactions: 2,
      files: { stored: 0, linked: 0, missing: 1 },
    })
    expect(report.problems.map(({ place, problem, detail }) => [place.split(':')[0], problem, detail])).toEqual([
      ['16', 'unknown_line', 'novelty'],
      ['17', 'not_json', ''],
      ['core/town-square', 'file_missing', 'plan.txt'],
      ['core/nowhere', 'unknown_channel', 'core/nowhere'],
    ])
  })

  test('names people as they are written in their language, and lets them be mentioned by their handles', async () => {
    const people = await rows()
      .selectFrom('users')
      .select(['name', 'aliases', 'email', 'language'])
      .where('email', 'like', '%@example.com')
      .orderBy('name')
      .execute()
    expect(people).toEqual([
      { name: 'Bea Ray', aliases: ['bea'], email: 'bea@example.com', language: 'en' },
      { name: '李华', aliases: ['lihua'], email: 'lihua@example.com', language: 'zh' },
    ])
    const post = await rows()
      .selectFrom('messages')
      .selectAll()
      .where('text', 'like', '**Hi**%')
      .executeTakeFirstOrThrow()
    const lihua = await rows().selectFrom('users').select('id').where('name', '=', '李华').executeTakeFirstOrThrow()
    expect(post.mentions).toEqual([lihua.id])
    expect(post.is_for_everyone).toBe(true)
    expect([post.created_at.toISOString(), post.pinned_at !== null]).toEqual(['2023-11-14T22:13:20.123Z', true])
  })

  test('keeps what webhooks say beside their text', async () => {
    const said = await rows().selectFrom('messages').select('text').where('text', 'like', '%Build 7%').execute()
    expect(said.map(({ text }) => text)).toEqual([
      '> **[Build 7](https://ci.example.com/7)**\n> **failed**\n> **Branch** main',
    ])
  })

  test('orders replies by their time, also those of people who are gone', async () => {
    const replies = await rows()
      .selectFrom('messages')
      .innerJoin('users', 'users.id', 'author_id')
      .select(['users.name', 'text', 'reply_number'])
      .where('thread_id', 'is not', null)
      .orderBy('reply_number')
      .execute()
    expect(replies.map(({ name, text }) => `${name}: ${text}`)).toEqual(['erased: who am I', '李华: 你好'])
  })

  test('reads the same from a zip, and adds nothing twice', async () => {
    await writeZip(fileOf('export.zip'), {
      'import.jsonl': mattermostLines,
      'data/20231114/teams/noteam/plan.txt': 'the plan',
    })
    const report = reportOf(await importFile(parley, fileOf('export.zip'), 'mattermost'))
    expect(report.messages).toEqual({ added: 0, known: 5 })
    expect(report.people.added).toBe(0)
  })

  test('refuses what does not begin with version 1', async () => {
    await writeFile(fileOf('other.jsonl'), '{"type":"version","version":2}\n')
    const { failure } = await importFile(parley, fileOf('other.jsonl'), 'mattermost')
    expect(failure).toMatchObject({ code: 'unreadable_archive', parameters: { reason: 'not_mattermost' } })
  })
})

describe('an export as a real server writes it', () => {
  const linesOf = (team: string, posts: readonly object[]) =>
    [
      { type: 'version', version: 1 },
      { type: 'scheme', scheme: { name: 's' } },
      ...['plaza', 'lab-work'].map((name) => ({
        type: 'channel',
        channel: { team, name, display_name: `The ${name} of ${team}`, type: 'O' },
      })),
      { type: 'user', user: { username: `${team}-kim`, teams: [{ name: team, channels: [{ name: 'plaza' }] }] } },
      { type: 'user', user: { username: `${team}-left`, delete_at: 1_600_000_000_000, roles: 'system_user' } },
      ...posts,
    ]
      .map((line) => JSON.stringify(line))
      .join('\n')
  const post = (team: string, at: number, message: string, more: object = {}) => ({
    type: 'post',
    post: { team, channel: 'plaza', user: `${team}-kim`, message, create_at: 1_700_000_000_000 + at, ...more },
  })
  const importLines = async (lines: string, isDryRun = false) => {
    await writeFile(fileOf('real.jsonl'), lines)
    return reportOf(await importFile(parley, fileOf('real.jsonl'), 'mattermost', isDryRun))
  }
  const saidIn = (name: string) =>
    rows()
      .selectFrom('messages')
      .innerJoin('channels', 'channels.id', 'messages.channel_id')
      .selectAll('messages')
      .where('channels.name', '=', name)
      .orderBy('messages.seq')
      .execute()

  test('has posts in the order of their random ids: they come in the order of their time', async () => {
    const posts = [
      post('order', 3_000, 'third'),
      { ...post('order', 500, 'elsewhere', { channel: 'lab-work' }) },
      post('order', 1_000, 'first', { replies: [{ user: 'order-left', message: 're', create_at: 1_700_000_009_000 }] }),
      post('order', 2_000, 'second of the moment'),
      post('order', 2_000, 'third of the moment'),
      post('order', 2_000, 'third of the moment'),
    ]
    const preview = await importLines(linesOf('order', posts), true)
    const report = await importLines(linesOf('order', posts))
    expect(report).toEqual(preview)
    expect(report).toMatchObject({ messages: { added: 6, known: 1 }, problems: [] })
    const said = await saidIn('The plaza of order')
    expect(said.filter(({ thread_id }) => thread_id === null).map(({ text }) => text)).toEqual([
      ...['first', 'second of the moment', 'third of the moment', 'third'],
    ])
    expect(said.find(({ text }) => text === 're')?.thread_id).toBe(said.find(({ text }) => text === 'first')?.id)
  })

  test('that was taken before a post was edited, and again after it, has the post once', async () => {
    const replies = [{ user: 'edited-left', message: 'an answer', create_at: 1_700_000_002_000 }]
    await importLines(linesOf('edited', [post('edited', 0, 'befor', { replies })]))
    const report = await importLines(
      linesOf('edited', [post('edited', 0, 'before', { replies, edit_at: 1_700_000_005_000 })]),
    )
    expect(report.messages).toEqual({ added: 0, known: 2 })
  })

  test('shows emoji and channels by what they are, keeps code as it is, and what was answered to a notice', async () => {
    const text = 'Yay :tada: in ~lab-work and ~nowhere, `:tada: ~lab-work` :gopher: at 10:30:45'
    const notice = post('shown', 2_000, 'kim joined', {
      type: 'system_join_channel',
      replies: [
        { user: 'shown-kim', message: 'welcome!', create_at: 1_700_000_003_000 },
        { user: 'shown-left', message: 'thanks', create_at: 1_700_000_004_000 },
      ],
    })
    const direct = {
      type: 'direct_channel',
      direct_channel: { members: [], participants: [{ username: 'shown-kim' }] },
    }
    await importLines(linesOf('shown', [post('shown', 0, text), notice, direct]))
    const said = await saidIn('The plaza of shown')
    expect(said.map((message) => message.text)).toEqual([
      'Yay 🎉 in #The lab-work of shown and ~nowhere, `:tada: ~lab-work` :gopher: at 10:30:45',
      'welcome!',
      'thanks',
    ])
    expect(said[2]?.thread_id).toBe(said[1]?.id)
  })

  test('puts nothing that a webhook said into the mouth of whoever made it', async () => {
    const hook = (at: number, message: string, props: object) => post('hooked', at, message, { props })
    await importLines(
      linesOf('hooked', [
        hook(0, 'build 7 failed', { from_webhook: 'true', override_username: 'GitHub' }),
        hook(1_000, 'nightly', { from_webhook: 'true' }),
        hook(2_000, 'said by hand', { disable_group_highlight: true }),
      ]),
    )
    const said = await rows()
      .selectFrom('messages')
      .innerJoin('channels', 'channels.id', 'messages.channel_id')
      .innerJoin('users', 'users.id', 'messages.author_id')
      .select(['users.name', 'users.kind', 'messages.text'])
      .where('channels.name', '=', 'The plaza of hooked')
      .orderBy('messages.seq')
      .execute()
    expect(said).toEqual([
      { name: 'GitHub', kind: 'bot', text: 'build 7 failed' },
      { name: 'hooked-kim', kind: 'bot', text: 'nightly' },
      { name: 'hooked-kim', kind: 'person', text: 'said by hand' },
    ])
  })
})
