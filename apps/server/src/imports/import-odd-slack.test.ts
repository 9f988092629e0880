import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type ImportReport, MESSAGE_TEXT_LIMIT } from '@parley/protocol'
import type { TestParley } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile, reportOf } from './testing/import-files'
import { type ImportGround, openImportGround } from './testing/import-ground'
import { writeZip } from './testing/zip-of'

let ground: ImportGround
let parley: TestParley
let directory: string
beforeAll(async () => {
  ground = await openImportGround()
  ;({ parley, directory } = ground)
})
afterAll(() => ground?.[Symbol.asyncDispose]())

const archive = () => path.join(directory, 'odd.zip')

async function runImport(files: Readonly<Record<string, unknown>>): Promise<ImportReport> {
  await writeZip(archive(), files)
  return reportOf(await importFile(parley, archive(), 'slack'))
}

async function textsIn(channelKey: string): Promise<string[]> {
  const found = await parley.server.services.store.rows
    .selectFrom('messages')
    .innerJoin('imported_items', 'imported_items.id', 'messages.channel_id')
    .select('text')
    .where('imported_items.kind', '=', 'channel')
    .where('imported_items.key', '=', channelKey)
    .orderBy('messages.seq')
    .execute()
  return found.map(({ text }) => text)
}

const user = (id: string) => ({ id, name: id.toLowerCase(), profile: { real_name: `Person ${id}` } })
const channel = (id: string, name: string) => ({ id, name, members: [] })
const says = (userId: string, ts: string, text: string, more: object = {}) => ({
  type: 'message',
  user: userId,
  ts,
  text,
  ...more,
})
const problemsOf = ({ problems }: ImportReport) => problems.map(({ place, problem }) => [place, problem])

describe('an unusual Slack archive', () => {
  test('may hold groups and direct talk only, and no list of public channels', async () => {
    const report = await runImport({
      'mpims.json': [{ id: 'GM1', name: 'mpdm-a--b--c-1', members: ['UA1', 'UB1', 'UC1'] }],
      'dms.json': [{ id: 'DM1', members: ['UA1', 'UB1'] }],
      'groups.json': [channel('GP1', 'closed circle')],
      'mpdm-a--b--c-1/2024-01-01.json': [says('UA1', '1700000001.000100', 'three of us')],
      'DM1/2024-01-01.json': [says('UB1', '1700000002.000100', 'two of us')],
      'closed circle/2024-01-01.json': [says('UC1', '1700000003.000100', 'behind the door')],
    })
    expect(report).toMatchObject({ people: { added: 3 }, messages: { added: 3 }, problems: [] })
    expect([await textsIn('GM1'), await textsIn('DM1'), await textsIn('GP1')]).toEqual([
      ['three of us'],
      ['two of us'],
      ['behind the door'],
    ])
  })

  test('names each folder that no list speaks of, and each file that holds no messages', async () => {
    const report = await runImport({
      'users.json': [user('UA2')],
      'channels.json': [channel('CL2', 'listed')],
      'listed/2024-01-01.json': [says('UA2', '1700000001.000100', 'listed')],
      'listed/canvas_in_the_conversation.json': [{ id: 'F1' }],
      'forgotten/2024-01-01.json': [says('UA2', '1700000002.000100', 'whose is this')],
      'integration_logs.json': [],
      '__MACOSX/listed/._2024-01-01.json': 'resource fork',
    })
    expect(problemsOf(report)).toEqual([
      ['listed/canvas_in_the_conversation.json', 'unknown_file'],
      ['forgotten/', 'unknown_channel'],
    ])
    expect(report.messages.added).toBe(1)
  })

  test('may have channels that are called as the folders of attached files are', async () => {
    const report = await runImport({
      'users.json': [user('UA8')],
      'channels.json': [channel('CF8', 'files'), channel('CU8', '__uploads')],
      'files/2024-01-01.json': [says('UA8', '1700000001.000100', 'said in files')],
      'files/F8/report.json': { rows: 3 },
      '__uploads/2024-01-01.json': [says('UA8', '1700000002.000100', 'said in uploads')],
      '__uploads/F9/data.json': [],
    })
    expect(report).toMatchObject({ messages: { added: 2 }, problems: [] })
    expect([await textsIn('CF8'), await textsIn('CU8')]).toEqual([['said in files'], ['said in uploads']])
  })

  test('keeps every message of several that share one time, and a repeated one once', async () => {
    const twice = says('UA3', '1700000001.000100', 'said twice in the same words')
    const files = {
      'users.json': [user('UA3')],
      'channels.json': [channel('CD3', 'same time')],
      'same time/2024-01-01.json': [
        says('UA3', '1700000001.000100', 'first'),
        says('UA3', '1700000001.000100', 'second'),
        twice,
        twice,
      ],
    }
    expect((await runImport(files)).messages.added).toBe(3)
    expect(await textsIn('CD3')).toEqual(['first', 'second', 'said twice in the same words'])
    expect((await runImport(files)).messages).toEqual({ added: 0, known: 3 })
  })

  test('keeps reactions of people that it does not list, and counts them', async () => {
    const report = await runImport({
      'users.json': [user('UA4')],
      'channels.json': [channel('CR4', 'reactions')],
      'reactions/2024-01-01.json': [
        says('UA4', '1700000001.000100', 'applause', {
          reactions: [
            { name: 'clap', users: ['UA4', 'UNKNOWN4', 'UA4'] },
            { name: 'clap', users: ['UA4'] },
          ],
        }),
      ],
    })
    expect(report).toMatchObject({ people: { added: 2 }, reactions: 2 })
    const { count } = await parley.server.services.store.rows
      .selectFrom('reactions')
      .innerJoin('messages', 'messages.id', 'reactions.message_id')
      .select((select) => select.fn.countAll<string>().as('count'))
      .where('text', '=', 'applause')
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(2)
  })

  test('reports what cannot be shown, and keeps the words around it', async () => {
    const report = await runImport({
      'users.json': [user('UA5'), { ...user('UD5'), deleted: true }],
      'channels.json': [channel('CB5', 'bots')],
      'bots/2024-01-01.json': [
        says('UA5', '1700000001.000100', 'words beside broken blocks', { blocks: [null], attachments: [7] }),
        {
          type: 'message',
          subtype: 'bot_message',
          bot_id: 'B5',
          ts: '1700000002.000100',
          text: '',
          blocks: [{ type: 'actions', elements: [] }],
        },
        { type: 'message', subtype: 'bot_message', username: 'Pager', ts: 1700000003.0001, text: 'by number' },
        says('UD5', '1700000004.000100', 'a file without address', {
          files: [{ id: 'F5', name: 'lost.pdf', mode: 'hidden_by_limit' }],
        }),
        says('UA5', '1700000005.000100', '', { files: [{ id: 'F6', mode: 'tombstone' }] }),
        { type: 'message', ts: '1700000006.000100', text: 'by nobody' },
        says('UA5', '1700000007.000100', 'x'.repeat(MESSAGE_TEXT_LIMIT + 1)),
      ],
      'bots/2024-01-02.json': '[{"type":"message","ts":"17',
      'bots/2024-01-03.json': { messages: [] },
    })
    expect(problemsOf(report)).toEqual([
      ['bots/2024-01-01.json: 1700000001.000100', 'unreadable_blocks'],
      ['bots/2024-01-01.json: 1700000002.000100', 'empty_message'],
      ['bots/2024-01-01.json: 1700000005.000100', 'empty_message'],
      ['CB5:1700000006.000100', 'unknown_author'],
      ['bots/2024-01-02.json', 'not_json'],
      ['bots/2024-01-03.json', 'not_a_list'],
      ['CB5:1700000004.000100', 'file_missing'],
      ['CB5:1700000007.000100', 'text_too_long'],
    ])
    expect(report.files).toEqual({ stored: 0, linked: 0, missing: 1 })
    expect((await textsIn('CB5')).map((text) => text.slice(0, 40))).toEqual([
      'words beside broken blocks',
      'by number',
      'a file without address\n`lost.pdf`',
      'x'.repeat(40),
    ])
  })

  test('may have gaps in its lists, and characters that cannot be stored, which take no message along', async () => {
    const report = await runImport({
      'users.json': [user('UG1')],
      'channels.json': [channel('CG1', 'gaps')],
      'gaps/2024-01-01.json': [
        says('UG1', '1700000001.000100', 'with a file', { files: [null, { id: 'FG1', name: 'plan.pdf' }] }),
        says('UG1', '1700000002.000100', 'liked', { reactions: [null, { name: '+1', users: ['UG1', null] }] }),
        says('UG1', '1700000003.000100', 'nul \u0000 and half \ud83d'),
      ],
    })
    expect(await textsIn('CG1')).toEqual(['with a file\n`plan.pdf`', 'liked', 'nul  and half \ufffd'])
    expect(report.reactions).toBe(1)
    expect(problemsOf(report)).toEqual([['CG1:1700000001.000100', 'file_missing']])
  })

  test('may hold several accounts with one address: one person, who is a member and reacts once', async () => {
    const withAddress = (id: string, email: string) => ({ ...user(id), profile: { real_name: `Person ${id}`, email } })
    const files = {
      'users.json': [withAddress('UE1', 'Both@Example.com '), withAddress('UE2', 'both@example.com'), user('UE3')],
      'channels.json': [{ ...channel('CE1', 'twins'), members: ['UE1', 'UE2', 'UE3'] }],
      'dms.json': [{ id: 'DE1', members: ['UE1', 'UE2'] }],
      'twins/2024-01-01.json': [
        says('UE1', '1700000001.000100', 'one', { reactions: [{ name: 'tada', users: ['UE1', 'UE2', 'UE3'] }] }),
        says('UE2', '1700000002.000100', 'other'),
      ],
      'DE1/2024-01-01.json': [says('UE2', '1700000003.000100', 'to oneself')],
    }
    expect(await runImport(files)).toMatchObject({
      people: { added: 2, known: 1 },
      messages: { added: 3 },
      problems: [],
    })
    expect(await runImport(files)).toMatchObject({ people: { added: 0, known: 3 }, messages: { added: 0, known: 3 } })
    expect(await textsIn('CE1')).toEqual(['one', 'other'])
    const rows = parley.server.services.store.rows
    const people = await rows.selectFrom('users').select('id').where('email', '=', 'both@example.com').execute()
    expect(people).toHaveLength(1)
    const reactions = await rows
      .selectFrom('reactions')
      .select('user_id')
      .where('user_id', '=', people[0]?.id ?? '')
    expect(await reactions.execute()).toHaveLength(1)
  })

  test('may lie in a folder, begin with byte order marks, and come from Windows', async () => {
    const marked = (value: unknown) => `\uFEFF${JSON.stringify(value)}`
    await writeZip(archive(), {
      'Export/Acme/users.json': marked([user('UA6')]),
      'Export/Acme/channels.json': marked([channel('CW6', 'windows')]),
      'Export/Acme/windows/2024-01-01.json': marked([says('UA6', '1700000001.000100', 'from Redmond')]),
    })
    await rename(archive(), 'Export/Acme/', 'Export\\Acme\\')
    const report = reportOf(await importFile(parley, archive(), 'slack'))
    expect(report).toMatchObject({ messages: { added: 1 }, problems: [] })
    expect(await textsIn('CW6')).toEqual(['from Redmond'])
  })

  test('may have Chinese names in the code page of Chinese Windows', async () => {
    await writeZip(archive(), {
      'users.json': [user('UA7')],
      'channels.json': [channel('CG7', '研发')],
      'ABCD/2024-01-01.json': [says('UA7', '1700000001.000100', '编码正确')],
    })
    await rename(archive(), 'ABCD/', Buffer.from('d1d0b7a22f', 'hex'))
    await unmarkUtf8(archive())
    const report = reportOf(await importFile(parley, archive(), 'slack'))
    expect(report).toMatchObject({ messages: { added: 1 }, problems: [] })
    expect(await textsIn('CG7')).toEqual(['编码正确'])
  })

  test('is refused whole, with the reason, where a name leads out of it', async () => {
    await writeZip(archive(), { 'users.json': [], 'aa/bb/passwd.json': [] })
    await rename(archive(), 'aa/bb/', '../../')
    const { failure } = await importFile(parley, archive(), 'slack')
    expect(failure).toMatchObject({ code: 'archive_unsafe_path' })
    expect(JSON.stringify(failure)).toContain('../../passwd.json')
  })

  test('is refused where it breaks off', async () => {
    await writeZip(archive(), { 'users.json': [], 'channels.json': [] })
    await writeFile(archive(), (await readFile(archive())).subarray(0, -30))
    const { failure } = await importFile(parley, archive(), 'slack')
    expect(failure).toMatchObject({ code: 'archive_not_a_zip' })
  })
})

/** Gives files of a zip another name of the same length, as no well-behaved program would write it. */
async function rename(file: string, from: string, to: string | Buffer): Promise<void> {
  const bytes = await readFile(file)
  const name = Buffer.from(to)
  for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + name.length)) name.copy(bytes, at)
  await writeFile(file, bytes)
}

const HEADERS = [
  { signature: Buffer.from('504b0304', 'hex'), flagsAt: 6 },
  { signature: Buffer.from('504b0102', 'hex'), flagsAt: 8 },
]

/** Takes away the mark that says that names are UTF-8. */
async function unmarkUtf8(file: string): Promise<void> {
  const bytes = await readFile(file)
  for (const { signature, flagsAt } of HEADERS) {
    for (let at = bytes.indexOf(signature); at !== -1; at = bytes.indexOf(signature, at + 4))
      bytes.writeUInt16LE(bytes.readUInt16LE(at + flagsAt) & ~0x800, at + flagsAt)
  }
  await writeFile(file, bytes)
}
