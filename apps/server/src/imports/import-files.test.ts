import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ImportSource } from '@parley/protocol'
import { startTestParley, type TestParley } from '@parley/testkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile, reportOf } from './testing/import-files'
import { mattermostLines } from './testing/mattermost-team'
import { writeZip } from './testing/zip-of'

const MAX_BYTES = 200_000

let parley: TestParley
let directory: string
let photo: Buffer
beforeAll(async () => {
  parley = await startTestParley({ files: { maxBytes: MAX_BYTES } })
  directory = await mkdtemp(path.join(tmpdir(), 'parley-import-'))
  photo = await sharp({ create: { width: 1200, height: 800, channels: 3, background: 'teal' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'SecretCam' } })
    .toBuffer()
})
afterAll(async () => {
  await parley[Symbol.asyncDispose]()
  await rm(directory, { recursive: true, force: true })
})

async function runImport(source: ImportSource, files: Readonly<Record<string, unknown>>, isDryRun = false) {
  const file = path.join(directory, 'archive.zip')
  await writeZip(file, files)
  return reportOf(await importFile(parley, file, source, isDryRun))
}

const says = (ts: string, text: string, files: readonly object[]) => ({ type: 'message', user: 'U1', ts, text, files })
const file = (id: string, name: string) => ({ id, name, permalink: `https://team.example.com/files/${id}` })

/** What tools make of a Slack export that fetch the files, too, in the places where they put them. */
const slackArchive = () => ({
  'users.json': [{ id: 'U1', name: 'ann', profile: { real_name: 'Ann Lee' } }],
  'channels.json': [{ id: 'C1', name: 'photos', members: ['U1'] }],
  'photos/2024-01-01.json': [
    says('1700000001.000100', '看看', [file('F1', '海港.jpg'), file('F2', 'plan.txt'), file('F3', 'elsewhere.pdf')]),
    says('1700000002.000100', '', [file('F4', 'broken.png')]),
    says('1700000003.000100', '', [file('F5', 'huge.bin')]),
    says('1700000004.000100', 'beside the days', [file('F6', 'notes.txt')]),
  ],
  '__uploads/F1/海港.jpg': photo,
  '__uploads/F2/plan.txt': Buffer.from('the plan'),
  '__uploads/F4/broken.png': Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(50)]),
  '__uploads/F5/huge.bin': Buffer.alloc(MAX_BYTES + 1),
  'photos/attachments/F6-notes.txt': Buffer.from('the notes'),
})

const rows = () => parley.server.services.store.rows
const bytesOf = async (address: string) => {
  const answer = await fetch(`${parley.url}/api/files/${address}`, {
    headers: { authorization: `Bearer ${parley.owner.token}` },
  })
  return Buffer.from(await answer.arrayBuffer())
}

async function messagesIn(name: string) {
  const { channels } = await parley.owner.http.query('channels.list', {})
  const channel = channels.find((one) => one.name === name)
  if (!channel) throw new Error(`there is no channel ${name}`)
  await parley.owner.http.command('channels.join', { channelId: channel.id })
  return (await parley.owner.http.query('messages.list', { channelId: channel.id })).messages
}

describe('files of an archive', () => {
  test('are counted by a dry run, and none is stored', async () => {
    const report = await runImport('slack', slackArchive(), true)
    expect(report.files).toEqual({ stored: 4, linked: 2, missing: 0 })
    expect(report.problems).toEqual([{ place: 'C1:1700000003.000100', problem: 'file_too_large', detail: 'huge.bin' }])
    expect(await rows().selectFrom('files').selectAll().execute()).toEqual([])
  })

  test('come with their messages, images with a smaller form and without what they tell of their place', async () => {
    const report = await runImport('slack', slackArchive())
    expect(report.files).toEqual({ stored: 3, linked: 3, missing: 0 })
    expect(report.problems.map(({ problem, detail }) => [problem, detail])).toEqual([
      ['file_unreadable', 'broken.png'],
      ['file_too_large', 'huge.bin'],
    ])
    const messages = await messagesIn('photos')
    const first = messages.find(({ text }) => text.startsWith('看看'))
    const broken = messages.find(({ text }) => text.includes('broken.png'))
    expect(first?.text).toBe('看看\n[elsewhere.pdf](https://team.example.com/files/F3)')
    expect(broken).toMatchObject({ text: '[broken.png](https://team.example.com/files/F4)', files: [] })
    const [image, plan] = first?.files ?? []
    expect(image).toMatchObject({ name: '海港.jpg', mimeType: 'image/jpeg', width: 1200, height: 800 })
    expect((await bytesOf(image?.id ?? '')).includes('SecretCam')).toBe(false)
    expect((await sharp(await bytesOf(`${image?.id}/thumbnail`)).metadata()).format).toBe('webp')
    expect((await bytesOf(plan?.id ?? '')).toString()).toBe('the plan')
  })

  test('are stored once, however often they are imported', async () => {
    const before = await rows().selectFrom('files').select('id').execute()
    const report = await runImport('slack', slackArchive())
    expect(report.files).toEqual({ stored: 0, linked: 0, missing: 0 })
    expect(await rows().selectFrom('files').select('id').execute()).toEqual(before)
  })

  test('of Mattermost lie below data/', async () => {
    const report = await runImport('mattermost', {
      'import.jsonl': mattermostLines,
      'data/20231114/teams/noteam/plan.txt': 'the plan of Bea',
    })
    expect(report.files).toEqual({ stored: 1, linked: 0, missing: 0 })
    const stored = await rows().selectFrom('files').selectAll().where('name', '=', 'plan.txt').orderBy('id').execute()
    const newest = stored.at(-1)
    expect(newest?.message_id).not.toBeNull()
    expect(await storedText(newest?.id ?? '')).toBe('the plan of Bea')
  })

  test('leave nothing half done on the disk', async () => {
    const staging = path.dirname(parley.server.services.files.staging.pathOf('any'))
    expect(await readdir(staging)).toEqual([])
  })
})

async function storedText(id: string): Promise<string> {
  const stream = await parley.server.services.files.storage.open(id)
  let text = ''
  for await (const piece of stream ?? []) text += piece
  return text
}

describe('pictures of people', () => {
  const person = async (name: string) => {
    const { users } = await parley.owner.http.query('state', {})
    return users.find((user) => user.name === name)
  }
  const avatarOf = async (name: string) => {
    const user = await person(name)
    const address = new URL(`/api/avatars/${user?.id}/${user?.avatarId}/large`, parley.url)
    return user?.avatarId ? Buffer.from(await (await fetch(address, withToken())).arrayBuffer()) : null
  }
  const withToken = () => ({ headers: { authorization: `Bearer ${parley.owner.token}` } })
  const member = (id: string, name: string, profile: object = {}) => ({
    id,
    name,
    profile: { real_name: name, ...profile },
  })

  const slackPictures = () => ({
    'users.json': [
      member('U11', 'Under Id'),
      member('U12', 'In Folder', { image_512: 'https://avatars.example.com/x.png' }),
      member('U13', 'By Path', { image_512: 'pictures/thirteen.jpg' }),
      member('U14', 'Broken'),
      member('U15', 'Address Only', { image_512: 'https://avatars.example.com/y.png' }),
    ],
    'channels.json': [{ id: 'C9', name: 'faces', members: ['U11'] }],
    'avatars/U11.jpg': photo,
    '__avatars/U12/photo.jpg': photo,
    'pictures/thirteen.jpg': photo,
    'avatars/U14.jpg': Buffer.from('no picture at all'),
  })

  test('come from where tools lay them in a Slack export, made anew and square, and never from an address', async () => {
    const report = await runImport('slack', slackPictures())
    for (const name of ['Under Id', 'In Folder', 'By Path']) {
      const { width, height, exif } = await sharp((await avatarOf(name)) ?? Buffer.alloc(0)).metadata()
      expect([width === height, exif]).toEqual([true, undefined])
    }
    for (const name of ['Broken', 'Address Only']) expect((await person(name))?.avatarId).toBeNull()
    expect(report.pictures).toBe(3)
    expect(report.problems).toMatchObject([{ place: 'U14', problem: 'file_unreadable', detail: 'avatars/U14.jpg' }])
  })

  test('stay as they are when the archive is read again, and a preview gives none', async () => {
    const before = (await person('Under Id'))?.avatarId
    expect((await runImport('slack', slackPictures())).pictures).toBe(0)
    expect((await person('Under Id'))?.avatarId).toBe(before)
    const preview = await runImport('slack', { ...slackPictures(), 'avatars/U15.png': photo }, true)
    expect(preview.pictures).toBe(2)
    expect((await person('Address Only'))?.avatarId).toBeNull()
    await runImport('slack', { ...slackPictures(), 'avatars/U15.png': photo })
    expect((await person('Address Only'))?.avatarId).not.toBeNull()
  })

  test('come with the people of a Mattermost export', async () => {
    const lines = [
      { type: 'version', version: 1 },
      { type: 'user', user: { username: 'mia', first_name: 'Mia', profile_image: 'profile/mia.jpg' } },
      { type: 'user', user: { username: 'noa', first_name: 'Noa', profile_image: 'profile/gone.jpg' } },
    ]
    const jsonl = Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'))
    await runImport('mattermost', { 'import.jsonl': jsonl, 'data/profile/mia.jpg': photo })
    expect((await person('Mia'))?.avatarId).not.toBeNull()
    expect((await person('Noa'))?.avatarId).toBeNull()
  })
})
