import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startTestParley, type TestParley } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile, reportOf } from './testing/import-files'
import { mattermostLines } from './testing/mattermost-team'
import { writeZip } from './testing/zip-of'

let parley: TestParley
let directory: string
beforeAll(async () => {
  parley = await startTestParley()
  directory = await mkdtemp(path.join(tmpdir(), 'parley-import-'))
})
afterAll(async () => {
  await parley[Symbol.asyncDispose]()
  await rm(directory, { recursive: true, force: true })
})

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
      ['core/town-square', 'file_missing', 'plan.txt'],
      ['core/nowhere', 'unknown_channel', 'core/nowhere'],
      ['16', 'unknown_line', 'novelty'],
      ['17', 'not_json', ''],
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
