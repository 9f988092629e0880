import path from 'node:path'
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

type Files = Readonly<Record<string, unknown>>

/** A preview, the import, and the import once more: they say the same, and the second time nothing comes. */
async function importThrice(files: Files, write = writeZip) {
  const file = path.join(directory, 'nasty.zip')
  await write(file, files)
  const preview = reportOf(await importFile(parley, file, 'slack', true))
  const report = reportOf(await importFile(parley, file, 'slack'))
  await write(file, files)
  const again = reportOf(await importFile(parley, file, 'slack'))
  expect(preview).toEqual(report)
  expect(again.messages).toEqual({ added: 0, known: report.messages.added + report.messages.known })
  expect(again).toMatchObject({ people: { added: 0 }, channels: { added: 0 } })
  return report
}

const channelOf = (key: string) =>
  parley.server.services.store.rows
    .selectFrom('channels')
    .innerJoin('imported_items', 'imported_items.id', 'channels.id')
    .selectAll('channels')
    .where('imported_items.kind', '=', 'channel')
    .where('imported_items.key', '=', key)
    .executeTakeFirstOrThrow()

async function saidIn(key: string) {
  const { id } = await channelOf(key)
  return parley.server.services.store.rows
    .selectFrom('messages')
    .innerJoin('users', 'users.id', 'messages.author_id')
    .selectAll('messages')
    .select('users.name as author')
    .where('channel_id', '=', id)
    .orderBy('seq')
    .execute()
}
const textsIn = async (key: string) => (await saidIn(key)).map(({ text }) => text)

const user = (id: string, name: string) => ({ id, name: id.toLowerCase(), profile: { real_name: name } })
const channel = (id: string, name: string, more: object = {}) => ({ id, name, members: [], ...more })
const says = (userId: string, ts: string, text: string, more: object = {}) => ({
  ...{ type: 'message', user: userId, ts, text },
  ...more,
})
const rich = (...elements: object[]) => ({ blocks: [{ type: 'rich_text', elements }] })
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements })
const word = (text: string, style?: object) => ({ type: 'text', text, ...(style && { style }) })

describe('who may read an imported channel', () => {
  test('is what the channel says of itself, whatever list it stands in', async () => {
    const list = [
      channel('CP1', 'open'),
      channel('CP2', 'hidden', { is_private: true, members: ['UK1'] }),
      channel('CP3', 'mpdm-uk1--uk2--uk3-1', { is_mpim: true, is_private: true, members: ['UK1', 'UK2', 'UK3'] }),
      { id: 'DP4', is_im: true, members: ['UK1', 'UK2'] },
    ]
    const report = await importThrice({
      'users.json': [user('UK1', 'Kim One'), user('UK2', 'Kim Two'), user('UK3', 'Kim Three')],
      'channels.json': list,
      'groups.json': [channel('CP3', 'mpdm-uk1--uk2--uk3-1', { is_mpim: true, members: ['UK1', 'UK2', 'UK3'] })],
      'hidden/2024-01-01.json': [says('UK1', '1700000001.000100', 'secret')],
      'mpdm-uk1--uk2--uk3-1/2024-01-01.json': [says('UK2', '1700000001.000100', 'three of us')],
      'DP4/2024-01-01.json': [says('UK2', '1700000002.000100', 'two of us')],
    })
    expect(report).toMatchObject({ channels: { added: 4 }, messages: { added: 3 }, problems: [] })
    const kinds = await Promise.all(['CP1', 'CP2', 'CP3', 'DP4'].map(async (key) => (await channelOf(key)).kind))
    expect(kinds).toEqual(['public', 'private', 'direct', 'direct'])
  })
})

describe('people of other teams', () => {
  test('are called by their names, also where they are named or are members before they speak', async () => {
    const guest = { user_profile: { real_name: 'Petra Partner', display_name: 'petra', name: 'petra' } }
    await importThrice({
      'users.json': [user('US1', 'Host')],
      'channels.json': [channel('CS1', 'with-partners', { is_ext_shared: true, members: ['US1', 'UX9'] })],
      'with-partners/2024-01-01.json': [
        says('US1', '1700000001.000100', 'Hello <@UX9>, ask <!subteam^SOPS1|@ops-crew> or <@UX8|mara>'),
      ],
      'with-partners/2024-01-02.json': [
        says('UX9', '1700090000.000100', 'hello', guest),
        says(
          'US1',
          '1700090001.000100',
          '<!subteam^SOPS1> and <@UX8>',
          rich(section({ type: 'usergroup', usergroup_id: 'SOPS1' }, word(' and '), { type: 'user', user_id: 'UX8' })),
        ),
      ],
    })
    const said = await saidIn('CS1')
    expect(said.map(({ author, text }) => `${author}: ${text}`)).toEqual([
      'Host: Hello @petra, ask @ops-crew or @mara',
      'petra: hello',
      'Host: @ops-crew and @mara',
    ])
  })
})

describe('messages whose files are in no order', () => {
  test('stand in the order of their time, threads together, and each once', async () => {
    const root = says('UO1', '1700000100.000100', 'the question', { thread_ts: '1700000100.000100', reply_count: 2 })
    const reply = { thread_ts: '1700000100.000100', parent_user_id: 'UO1' }
    await importThrice({
      'users.json': [user('UO1', 'Otto')],
      'channels.json': [channel('CO1', 'disorder')],
      'disorder/2024-01-01.json': [
        says('UO1', '1700000300.000100', 'last'),
        says('UO1', '1700000150.000100', 'an answer', reply),
      ],
      'disorder/2024-01-02.json': [root, says('UO1', '1700000050.000100', 'first')],
      'disorder/2024-01-03.json': [root, says('UO1', '1700000160.000100', 'another', reply)],
    })
    const said = await saidIn('CO1')
    const inChannel = said.filter(({ thread_id }) => thread_id === null)
    expect(inChannel.map(({ text }) => text)).toEqual(['first', 'the question', 'last'])
    const answers = said.filter(({ thread_id }) => thread_id !== null)
    expect(answers.map(({ text, thread_id }) => [text, thread_id])).toEqual([
      ['an answer', inChannel[1]?.id],
      ['another', inChannel[1]?.id],
    ])
  })
})

describe('what people have written', () => {
  test('is shown as they saw it: marks are marks, signs are signs', async () => {
    await importThrice({
      'users.json': [user('UW1', 'Wim')],
      'channels.json': [channel('CW1', 'words')],
      'words/2024-01-01.json': [
        says('UW1', '1700000001.000100', 'x', rich(section(word('2*3*4 = 24, __init__ and snake_case')))),
        says('UW1', '1700000002.000100', '2*3*4, \\\\server\\share and *bold*'),
        says('UW1', '1700000003.000100', '&gt; quoted\nmy answer to &lt;that&gt; &amp; more'),
        says(
          'UW1',
          '1700000004.000100',
          'x',
          rich(
            { type: 'rich_text_quote', elements: [word('one\ntwo')] },
            { type: 'rich_text_list', style: 'bullet', indent: 0, elements: [section(word('a'))] },
            { type: 'rich_text_list', style: 'ordered', indent: 1, elements: [section(word('b'))] },
            { type: 'rich_text_preformatted', elements: [word('```inside```')] },
          ),
        ),
        says('UW1', '1700000005.000100', 'x', rich(section({ type: 'emoji', name: 'brand_new', unicode: '1f680' }))),
        says('UW1', '1700000006.000100', 'ok :+1::skin-tone-5: at 10:30:45, <!date^1392734382^{date_num}|18 Feb 2014>'),
        says('UW1', '1700000007.000100', 'see https://example.org/_a_/b_c'),
      ],
    })
    expect(await textsIn('CW1')).toEqual([
      '2\\*3\\*4 = 24, \\_\\_init\\_\\_ and snake_case',
      '2\\*3\\*4, \\\\\\server\\share and **bold**',
      '> quoted\n\nmy answer to <that> & more',
      '> one\n> two\n\n- a\n   1. b\n\n````\n```inside```\n````',
      '🚀',
      'ok 👍🏾 at 10:30:45, 18 Feb 2014',
      'see https://example.org/_a_/b_c',
    ])
  })

  test('is shown without the sentence that Slack once wrote before it, and once', async () => {
    await importThrice({
      'users.json': [user('UF1', 'Fay')],
      'channels.json': [channel('CF1', 'old-files')],
      'old-files/2015-01-01.json': [
        says(
          'UF1',
          '1420070401.000100',
          '<@UF1|fay> uploaded a file: <https://x.slack.com/f/1|plan.pdf> and commented: look',
          {
            subtype: 'file_share',
            file: { id: 'F1', name: 'plan.pdf', permalink: 'https://x.slack.com/f/1' },
          },
        ),
        says('UF1', '1420070402.000100', '', {
          files: [
            {
              ...{ id: 'F2', name: 'Budget', is_external: true, mode: 'external' },
              ...{ url_private: 'https://docs.example.org/d/2', permalink: 'https://x.slack.com/f/2' },
            },
          ],
        }),
        says('UF1', '1420070403.000100', 'kept', { files: [{ id: 'F3', mode: 'hidden_by_limit' }] }),
      ],
    })
    expect(await textsIn('CF1')).toEqual([
      'look\n[plan.pdf](https://x.slack.com/f/1)',
      '[Budget](https://docs.example.org/d/2)',
      'kept\n`file`',
    ])
  })
})

describe('what programs have said', () => {
  test('is kept whole: buttons, tables, numbers, signs in headings, and what they called themselves', async () => {
    const bot = { type: 'message', subtype: 'bot_message', bot_id: 'BZ1', text: '' }
    const plain = (text: string) => ({ type: 'plain_text', text, emoji: true })
    await importThrice({
      'users.json': [],
      'channels.json': [channel('CZ1', 'feeds')],
      'feeds/2024-01-01.json': [
        {
          ...bot,
          ...{ username: 'GitHub', ts: '1700000001.000100' },
          blocks: [
            { type: 'header', text: plain(':rocket: R&amp;D *done*') },
            {
              type: 'section',
              text: { type: 'mrkdwn', text: 'ready' },
              accessory: { type: 'button', text: plain('Open'), url: 'https://example.org/pr/1' },
            },
            {
              type: 'table',
              rows: [
                [
                  { type: 'raw_text', text: 'Name' },
                  { type: 'rich_text', elements: [section(word('Score', { bold: true }))] },
                ],
                [{ type: 'raw_text', text: 'a|b' }, null],
                [
                  { type: 'raw_text', text: 'Ann' },
                  { type: 'raw_number', value: 42 },
                ],
              ],
            },
          ],
        },
        {
          ...bot,
          ...{ username: 'Jira', icons: { emoji: ':ladybug:' }, ts: '1700000002.000100' },
          attachments: [{ title: 'Sprint', fields: [{ title: 'Points', value: 5 }] }],
        },
        { ...bot, username: 'GitHub', ts: '1700000003.000100', text: 'words', blocks: [{ type: 'divider' }] },
      ],
    })
    const said = await saidIn('CZ1')
    expect(said.map(({ text }) => text)).toEqual([
      '### 🚀 R&D \\*done\\*\n\nready\n\n[Open](https://example.org/pr/1)\n\n| Name | **Score** |\n| --- | --- |\n| a\\|b |  |\n| Ann | 42 |',
      '> **Sprint**\n> **Points** 5',
      'words',
    ])
    expect(said.map(({ author, card }) => [author, card])).toEqual([
      ['GitHub', null],
      ['GitHub', { postedAs: { hookName: 'GitHub', name: 'Jira', icon: ':ladybug:' } }],
      ['GitHub', null],
    ])
  })
})

test('a zip of the large kind, with folders of another system beside its own, is read like any other', async () => {
  const report = await importThrice(
    {
      'Acme export/users.json': [user('UL1', 'Lou')],
      'Acme export/channels.json': [channel('CL1', 'large')],
      'Acme export/large/2024-01-01.json': [says('UL1', '1700000001.000100', 'from a large zip')],
      '__MACOSX/Acme export/._users.json': 'resource fork',
      '__MACOSX/Acme export/large/._2024-01-01.json': 'resource fork',
      'Acme export/.DS_Store': 'folder',
    },
    (file, files) => writeZip(file, files, { forceZip64Format: true }),
  )
  expect(report).toMatchObject({ messages: { added: 1 }, problems: [] })
  expect(await textsIn('CL1')).toEqual(['from a large zip'])
})
