import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { uploadFile } from '@parley/client'
import type { CommandBody, Transfer } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile, reportOf } from '../imports/testing/import-files'
import { openZip, type ZipArchive } from '../imports/zip-archive'
import { readActor } from '../queries/read-actor'
import { writeExport } from './write-export'

let parley: TestParley
let wei: TestPerson
let directory: string
type ChannelId = Awaited<ReturnType<TestParley['createChannel']>>['id']
let open: ChannelId
let secret: ChannelId
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  directory = await mkdtemp(path.join(tmpdir(), 'parley-export-'))
  open = (await parley.createChannel('发布', [wei])).id
  secret = (await wei.http.command('channels.create', { name: 'secret', kind: 'private', withAssistant: false }))
    .channel.id
  const { message } = await say(wei, open, 'Ship **it** <script>alert(1)</script>')
  await say(parley.owner, open, '好的', { threadId: message.id })
  await parley.owner.http.command('messages.react', { messageId: message.id, emoji: '🚀', isAdded: true })
  const upload = { name: '../计划.txt', bytes: new Blob(['the plan']), clientFileId: randomUUID() }
  const file = await uploadFile(upload, { http: wei.http })
  await say(wei, open, '', { fileIds: [file.id] })
  const { message: regretted } = await say(wei, open, 'regretted')
  await wei.http.command('messages.delete', { messageId: regretted.id })
  await say(wei, secret, 'between us')
})
afterAll(async () => {
  await parley[Symbol.asyncDispose]()
  await rm(directory, { recursive: true, force: true })
})

const say = (person: TestPerson, channelId: ChannelId, text: string, more: object = {}) =>
  person.http.command('messages.send', { channelId, text, clientMessageId: randomUUID(), ...more })

async function runExport(person: TestPerson, scope: CommandBody<'exports.start'>['scope']): Promise<Transfer> {
  const { transfer } = await person.http.command('exports.start', { scope })
  await parley.server.transfersSettled()
  return (await person.http.query('transfers.get', { transferId: transfer.id })).transfer
}

const workspaceId = async () => (await parley.owner.http.query('state', {})).workspace.id

const download = (person: TestPerson, { id }: Transfer) =>
  fetch(`${parley.url}/api/exports.download?transferId=${id}`, { headers: { authorization: `Bearer ${person.token}` } })

async function zipOf(
  person: TestPerson,
  scope: CommandBody<'exports.start'>['scope'],
): Promise<{ zip: ZipArchive; file: string; transfer: Transfer }> {
  const transfer = await runExport(person, scope)
  expect(transfer).toMatchObject({ status: 'done', failure: null, hasArchive: true })
  const file = path.join(directory, `${transfer.id}.zip`)
  await writeFile(file, Buffer.from(await (await download(person, transfer)).arrayBuffer()))
  return { zip: await openZip(file), file, transfer }
}

const ANSWER_CARD = {
  kind: 'answer',
  citations: [
    {
      ...{ documentId: randomUUID(), title: 'Handbook', headingPath: ['Drinks'], quote: 'Tea is free.' },
      ...{ start: 0, end: 12, score: 1 },
    },
  ],
  ...{ confidence: 0.9, reasons: [], taskIds: [], repliesTo: null },
}

const linesIn = async (zip: ZipArchive) =>
  (await zip.readText('export.jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

async function textsIn(zip: ZipArchive): Promise<string[]> {
  const lines = await linesIn(zip)
  return lines.flatMap((line) => (line.type === 'message' ? [line.message.text] : []))
}

/** The smallest picture there is. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

describe('an export', () => {
  test('of the workspace has no private channel, not even one that its maker is in: they may have left it when it is fetched', async () => {
    const vault = await parley.createChannel('owners-vault', [], { kind: 'private' })
    await say(parley.owner, vault.id, 'kept among few')
    const { zip } = await zipOf(parley.owner, { kind: 'workspace' })
    const texts = await textsIn(zip)
    expect(texts).toContain('好的')
    expect(texts).not.toContain('kept among few')
    expect(await zip.readText('index.html')).not.toContain('owners-vault')
  })

  test('of the workspace has lines, pages and files', async () => {
    const { zip, transfer } = await zipOf(parley.owner, { kind: 'workspace' })
    const texts = await textsIn(zip)
    expect(texts).toEqual(expect.arrayContaining(['Ship **it** <script>alert(1)</script>', '好的']))
    expect(texts).not.toContain('between us')
    expect(texts).not.toContain('regretted')
    expect(transfer.exportReport).toMatchObject({ files: 1 })
    const files = [...zip.entries.keys()].filter((name) => name.startsWith('files/'))
    expect(await zip.readText(files[0] ?? '')).toBe('the plan')
    const names = [...zip.entries.keys()]
    const pages = await Promise.all(names.filter((name) => name.startsWith('pages/')).map((name) => zip.readText(name)))
    const page = pages.find((html) => html.includes('#发布')) ?? ''
    expect(page).toContain('Ship <strong>it</strong> &lt;script&gt;')
    expect(page).not.toContain('<script')
    expect(page).toMatch(/<article[^>]*>.*🚀 1.*<article[^>]*>.*好的/s)
    expect(await zip.readText('index.html')).toContain('#发布')
  })

  test('has polls and who chose what, but of anonymous ones, and what the assistant’s answers rest on', async () => {
    const channel = await parley.createChannel('polled', [wei])
    const ask = async (question: string, isAnonymous: boolean) => {
      const poll = { channelId: channel.id, question, options: ['Tea & cake', 'Coffee'], isAnonymous }
      const { message } = await parley.owner.http.command('polls.create', { ...poll, clientMessageId: randomUUID() })
      await wei.http.command('polls.vote', { messageId: message.id, options: [0] })
    }
    await ask('What to drink?', false)
    await ask('And in secret?', true)
    const { message: answer } = await say(wei, channel.id, 'See the handbook.')
    await parley.server.services.store.rows
      .updateTable('messages')
      .set({ card: JSON.stringify(ANSWER_CARD) })
      .where('id', '=', answer.id)
      .execute()
    const { zip } = await zipOf(parley.owner, { kind: 'channel', channelId: channel.id })
    const messages = (await linesIn(zip)).flatMap((line) => (line.type === 'message' ? [line.message] : []))
    const [open, secret, answered] = ['What to drink?', 'And in secret?', 'See the handbook.'].map((text) =>
      messages.find((message) => message.text === text),
    )
    expect(open.poll.options[0]).toEqual({ text: 'Tea & cake', count: 1, personKeys: [wei.user.id] })
    expect(secret.poll.options[0]).toEqual({ text: 'Tea & cake', count: 1, personKeys: [] })
    expect(answered.card).toMatchObject({ kind: 'answer', citations: [{ title: 'Handbook', quote: 'Tea is free.' }] })
    const page = await zip.readText('pages/1-1.html')
    expect(page).toMatch(/What to drink\?.*<li>Tea &amp; cake – 1 vote \(王伟\)<\/li><li>Coffee – 0 votes<\/li>/s)
    expect(page).toMatch(/And in secret\?.*<li>Tea &amp; cake – 1 vote<\/li>/s)
    expect(page).toMatch(/See the handbook\..*Handbook › Drinks<blockquote>Tea is free\.<\/blockquote>/s)
  })

  test('has what was said below a deleted message, and of that message nothing but its place', async () => {
    const channel = await parley.createChannel('regrets', [wei])
    const { message: root } = await say(wei, channel.id, 'a slip of the tongue')
    await say(parley.owner, channel.id, 'an answer to it', { threadId: root.id })
    const { message: alone } = await say(wei, channel.id, 'nobody answered')
    for (const { id } of [root, alone]) await wei.http.command('messages.delete', { messageId: id })
    const { zip } = await zipOf(parley.owner, { kind: 'channel', channelId: channel.id })
    const page = await zip.readText('pages/1-1.html')
    expect(page).toMatch(/<i>This message was deleted\.<\/i>.*<article[^>]*>.*an answer to it/s)
    expect(page).not.toMatch(/slip of the tongue|nobody answered/)
    expect(page.match(/was deleted/g)).toHaveLength(1)
  })

  test('has every message of long channels and threads once, on pages of a bounded number', async () => {
    const channel = await parley.createChannel('long', [wei])
    const { message: first } = await say(wei, channel.id, 'root 0')
    const roots = Array.from({ length: 520 }, (_, at) => say(wei, channel.id, `root ${at + 1}`))
    const replies = Array.from({ length: 520 }, (_, at) => say(wei, channel.id, `reply ${at}`, { threadId: first.id }))
    await Promise.all([...roots, ...replies])
    const { zip } = await zipOf(parley.owner, { kind: 'channel', channelId: channel.id })
    const pages = await Promise.all(['pages/1-1.html', 'pages/1-2.html'].map((name) => zip.readText(name)))
    const said = (page: string) => [...page.matchAll(/<p>((?:root|reply) \d+)<\/p>/g)].map((match) => match[1])
    const [shown, later] = pages.map(said) as [string[], string[]]
    expect([shown.filter((text) => text.startsWith('root')).length, later.length]).toEqual([500, 21])
    expect(
      shown
        .slice(0, 521)
        .slice(1)
        .every((text) => text.startsWith('reply')),
    ).toBe(true)
    expect(new Set([...shown, ...later]).size).toBe(1_041)
    expect([...zip.entries.keys()].filter((name) => name.startsWith('pages/'))).toHaveLength(2)
  })

  test('of everything has private talk, too, and is the owner’s alone to take', async () => {
    const { zip } = await zipOf(parley.owner, { kind: 'workspace', includesPrivate: true })
    expect(await textsIn(zip)).toContain('between us')
    const administrator = await parley.addPerson('Admin', { role: 'administrator' })
    const refused = administrator.http.command('exports.start', { scope: { kind: 'workspace', includesPrivate: true } })
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('of oneself has what one wrote, and nothing that others did', async () => {
    const { zip } = await zipOf(wei, { kind: 'person' })
    const texts = await textsIn(zip)
    expect(texts).toEqual(expect.arrayContaining(['between us']))
    expect(texts).not.toContain('好的')
  })

  test('of oneself has one’s picture, and nobody else’s', async () => {
    for (const person of [wei, parley.owner]) {
      const upload = { name: 'me.png', bytes: new Blob([PIXEL]), clientFileId: randomUUID() }
      const { id: fileId } = await uploadFile(upload, { http: person.http })
      await person.http.command('users.setAvatar', { fileId })
    }
    const { zip } = await zipOf(wei, { kind: 'person' })
    const pictures = [...zip.entries.keys()].filter((name) => name.startsWith('avatars/'))
    expect(pictures).toEqual([`avatars/${wei.user.id}.webp`])
    expect(await zip.readText(pictures[0] ?? '')).toMatch(/^RIFF.*WEBP/s)
  })

  test('is refused to whoever may not take it, and its archive handed to nobody else', async () => {
    await expect(wei.http.command('exports.start', { scope: { kind: 'workspace' } })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const other = wei.http.command('exports.start', { scope: { kind: 'person', userId: parley.owner.user.id } })
    await expect(other).rejects.toMatchObject({ code: 'forbidden' })
    const secretOne = parley.owner.http.command('exports.start', { scope: { kind: 'channel', channelId: secret } })
    await expect(secretOne).rejects.toMatchObject({ code: 'not_a_member' })
    const transfer = await runExport(wei, { kind: 'person' })
    expect((await download(parley.owner, transfer)).status).toBe(404)
    expect((await download(wei, transfer)).status).toBe(200)
  })

  test('is handed out no more to whoever could not ask for it again', async () => {
    const { owner } = parley
    const once = await parley.addPerson('Once', { role: 'administrator' })
    const { id: channelId } = await parley.createChannel('vault', [once], { kind: 'private' })
    const workspace = await runExport(once, { kind: 'workspace' })
    const channel = await runExport(once, { kind: 'channel', channelId })
    expect((await download(once, channel)).status).toBe(200)
    await owner.http.command('channels.removeMember', { channelId, userId: once.user.id })
    expect((await download(once, channel)).status).toBe(403)
    expect((await download(once, workspace)).status).toBe(200)
    await owner.http.command('users.setRole', { userId: once.user.id, role: 'member' })
    expect((await download(once, workspace)).status).toBe(403)
  })

  test('that is called off in the middle ends with the reason, and takes nothing else with it', async () => {
    const { store, files } = parley.server.services
    const actor = await readActor(store.rows, await workspaceId(), parley.owner.user.id)
    const choice = { scope: 'workspace' as const, id: null }
    const signal = AbortSignal.abort(new Error('called off'))
    const options = { actor, choice, signal, storage: files.storage, now: store.now(), onProgress: () => undefined }
    const ended = store.snapshot(async (rows) => (await writeExport({ ...options, rows })).stream.toArray())
    await expect(ended).rejects.toThrow('called off')
  })

  test('of a channel comes in again in another workspace', async () => {
    const hook = await parley.owner.http.command('incomingHooks.create', { name: 'CI', channelId: open })
    await fetch(new URL(hook.path, parley.url), { method: 'POST', body: '{"text":"built","username":"Jenkins"}' })
    const { file } = await zipOf(parley.owner, { kind: 'channel', channelId: open })
    await using elsewhere = await startTestParley()
    const report = reportOf(await importFile(elsewhere, file, 'parley'))
    expect(report.problems).toEqual([])
    expect(report.messages.added).toBe(4)
    const rows = elsewhere.server.services.store.rows
    const found = await rows
      .selectFrom('messages')
      .select(['text', 'thread_id'])
      .where('text', '=', '好的')
      .executeTakeFirstOrThrow()
    expect(found.thread_id).not.toBeNull()
    expect(report.files).toEqual({ stored: 1, linked: 0, missing: 0 })
    const plan = await rows.selectFrom('files').selectAll().executeTakeFirstOrThrow()
    expect([plan.name, plan.message_id === null]).toEqual(['../计划.txt', false])
    const bytes = await elsewhere.server.services.files.storage.open(plan.id)
    expect((await bytes?.toArray())?.join('')).toBe('the plan')
    const again = reportOf(await importFile(elsewhere, file, 'parley'))
    expect(again.messages).toEqual({ added: 0, known: 4 })
    const built = rows.selectFrom('messages').select('card').where('text', '=', 'built')
    expect(await built.executeTakeFirst()).toEqual({
      card: { postedAs: { hookName: 'CI', name: 'Jenkins', icon: null } },
    })
  })
})
