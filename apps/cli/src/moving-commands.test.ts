import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { startTestParley, type TestParley } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { runParley } from './testing/run-parley'

let parley: TestParley
let folder: string

beforeAll(async () => {
  parley = await startTestParley()
  folder = await mkdtemp(join(tmpdir(), 'parley-cli-moving-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await parley[Symbol.asyncDispose]()
})

const run = (parameters: readonly string[], token = parley.owner.token) =>
  runParley(parameters, { environment: { PARLEY_URL: parley.url, PARLEY_TOKEN: token } })

/** What the command answers with `--json`. */
async function answerOf(parameters: readonly string[]) {
  const { code, stdout, stderr } = await run([...parameters, '--json'])
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout)
}

async function writeZip(name: string, files: Readonly<Record<string, unknown>>): Promise<string> {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)), path)
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(join(folder, name)))
  return join(folder, name)
}

async function namesIn(file: string): Promise<string[]> {
  const zip = await openPromise(file)
  const names: string[] = []
  for await (const entry of zip.eachEntry()) names.push(entry.fileName)
  return names
}

const countMessages = async () =>
  (await parley.server.services.store.rows.selectFrom('messages').select('id').execute()).length

const slackTeam = {
  'users.json': [{ id: 'U1', name: 'ann', profile: { real_name: 'Ann Lee', email: 'ann@example.com' } }],
  'channels.json': [{ id: 'C1', name: 'harbour', members: ['U1'] }],
  'harbour/2024-01-01.json': [
    { type: 'message', user: 'U1', ts: '1700000001.000100', text: '潮水表在哪里？', thread_ts: '1700000001.000100' },
    { type: 'message', user: 'U1', ts: '1700000002.000100', text: 'On the board', thread_ts: '1700000001.000100' },
  ],
  'harbour/2024-01-02.json': '{ broken',
}

const attachment = '20240101/teams/noteam/channels/c/users/u/f/plan.txt'
const mattermostLines = [
  { type: 'version', version: 1 },
  { type: 'channel', channel: { team: 'core', name: 'dock', display_name: 'Dock', type: 'O' } },
  {
    type: 'user',
    user: { username: 'bea', email: 'bea@example.com', teams: [{ name: 'core', channels: [{ name: 'dock' }] }] },
  },
  {
    type: 'post',
    post: {
      team: 'core',
      channel: 'dock',
      user: 'bea',
      message: 'the plan',
      create_at: 1700000000123,
      attachments: [{ path: attachment }, { path: 'lost/gone.txt' }],
    },
  },
]
  .map((line) => JSON.stringify(line))
  .join('\n')

describe('parley import', () => {
  it('tells what a Slack export would bring and why not all of it, brings it, and brings nothing twice', async () => {
    const zip = await writeZip('slack.zip', slackTeam)
    const before = await countMessages()
    const preview = await run(['import', 'slack', zip, '--dry-run'])
    expect(preview.code, preview.stderr).toBe(0)
    expect(preview.stdout).toContain('Messages: 2 new, 0 known')
    expect(preview.stdout).toMatch(/harbour\/2024-01-02\.json: is not JSON/)
    expect(await countMessages()).toBe(before)
    expect((await answerOf(['import', 'slack', zip])).importReport.messages).toEqual({ added: 2, known: 0 })
    expect((await answerOf(['import', 'slack', zip])).importReport.messages).toEqual({ added: 0, known: 2 })
    expect(await countMessages()).toBe(before + 2)
  })

  it('finds attachments of Mattermost in a folder beside the archive, and counts those that are nowhere as missing', async () => {
    const lines = join(folder, 'import.jsonl')
    const attachments = join(folder, 'attachments')
    await writeFile(lines, mattermostLines)
    await mkdir(dirname(join(attachments, 'data', attachment)), { recursive: true })
    await writeFile(join(attachments, 'data', attachment), 'at high water')
    const alone = await answerOf(['import', 'mattermost', lines, '--dry-run'])
    expect(alone.importReport.files).toEqual({ stored: 0, linked: 0, missing: 2 })
    const zip = await writeZip('mattermost.zip', { 'import.jsonl': mattermostLines })
    const packed = await answerOf(['import', 'mattermost', zip, '--dry-run', '--files', attachments])
    expect(packed.importReport.files).toEqual({ stored: 1, linked: 0, missing: 1 })
    const { importReport } = await answerOf(['import', 'mattermost', lines, '--files', attachments])
    expect(importReport.files).toEqual({ stored: 1, linked: 0, missing: 1 })
    expect(importReport.problems).toMatchObject([{ problem: 'file_missing', detail: 'gone.txt' }])
  })

  it('refuses what is no archive with one line', async () => {
    const zip = await writeZip('other.zip', { 'readme.txt': 'nothing' })
    const { code, stderr } = await run(['import', 'slack', zip])
    expect(code).toBe(2)
    expect(stderr).toContain('(unreadable_archive)')
    expect((await run(['import', 'mattermost', zip, '--files', join(folder, 'nowhere')])).code).toBe(2)
  })
})

describe('parley export', () => {
  const target = (name: string) => join(folder, name)

  it('writes a workspace, a channel, and a person’s words, each with lines and pages', async () => {
    const workspace = await answerOf(['export', 'workspace', target('workspace.zip')])
    expect(workspace.exportReport.files).toBe(1)
    expect(await namesIn(target('workspace.zip'))).toEqual(
      expect.arrayContaining(['export.jsonl', 'index.html', 'pages/1-1.html']),
    )
    expect((await stat(target('workspace.zip'))).mode & 0o777).toBe(0o600)
    const channel = await run(['export', 'channel', '#Harbour', target('channel.zip')])
    expect(channel.stdout).toMatch(/Wrote .*channel\.zip: 2 people, 1 channels, 2 messages, 0 files\./)
    const person = await answerOf(['export', 'person', target('person.zip'), '--user', '@bea'])
    expect(person.exportReport).toMatchObject({ messages: 1, files: 1 })
  })

  it('comes in again elsewhere', async () => {
    const report = (await answerOf(['import', 'parley', target('channel.zip'), '--dry-run'])).importReport
    expect(report).toMatchObject({ channels: { added: 1 }, messages: { added: 2 }, problems: [] })
  })

  it('gives nobody what they may not have, and leaves no half a file', async () => {
    const member = await parley.addPerson('Member')
    const refused = await run(['export', 'workspace', target('refused.zip')], member.token)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('(forbidden)')
    expect((await run(['export', 'person', target('own.zip')], member.token)).code).toBe(0)
    const others = await run(['export', 'person', target('others.zip'), '--user', 'bea'], member.token)
    expect(others.stderr).toContain('(forbidden)')
    const written = (await readdir(folder)).filter((name) => /refused|others|\.part$/.test(name))
    expect(written).toEqual([])
  })

  it('overwrites nothing, and asks for names that there are', async () => {
    const again = await run(['export', 'person', target('own.zip')])
    expect(again).toMatchObject({ code: 2, stdout: '' })
    expect(again.stderr).toContain('own.zip is there already')
    const unknown = await run(['export', 'channel', 'nowhere', target('x.zip')])
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toContain('There is no channel “nowhere” that you may read.')
  })
})
