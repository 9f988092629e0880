import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { uploadFile } from '@parley/client'
import type { User } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeAvatar } from './change-avatar'

let parley: TestParley
let wei: TestPerson
let lin: TestPerson
let guest: TestPerson

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  lin = await parley.addPerson('林')
  guest = await parley.addPerson('Guest', { role: 'guest' })
})
afterAll(() => parley[Symbol.asyncDispose]())

const RED = { r: 220, g: 20, b: 20 }
const BLUE = { r: 20, g: 20, b: 220 }

/** Red, with a blue square of 200 pixels at its right edge; and where it was taken. */
const photo = () =>
  sharp({ create: { width: 600, height: 200, channels: 3, background: RED } })
    .composite([{ input: { create: { width: 200, height: 200, channels: 3, background: BLUE } }, left: 400, top: 0 }])
    .withExif({ IFD0: { Copyright: 'taken at home' } })
    .png()
    .toBuffer()

const upload = async (person: TestPerson, bytes: Uint8Array, name = 'me.png') =>
  uploadFile({ name, bytes: new Blob([new Uint8Array(bytes)]), clientFileId: randomUUID() }, { http: person.http })

async function choose(person: TestPerson, more: object = {}): Promise<User> {
  const file = await upload(person, await photo())
  return (await person.http.command('users.setAvatar', { fileId: file.id, ...more })).user
}

const get = (person: TestPerson, { id, avatarId }: User, size = 'large') =>
  fetch(`${parley.url}/api/avatars/${id}/${avatarId}/${size}`, { headers: { authorization: `Bearer ${person.token}` } })

const read = async (person: TestPerson, user: User, size?: string) =>
  Buffer.from(await (await get(person, user, size)).arrayBuffer())

const storedKeys = async () =>
  (await readdir(path.join(parley.dataDirectory, 'files'), { recursive: true })).filter((it) => it.includes('_avatar_'))

describe('a picture beside a name', () => {
  it('is the middle of an image in two sizes, without what the camera noted', async () => {
    const user = await choose(wei)
    for (const [size, pixels] of [
      ['small', 96],
      ['large', 256],
    ] as const) {
      const bytes = await read(lin, user, size)
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: pixels, height: pixels })
      expect((await sharp(bytes).metadata()).exif).toBeUndefined()
      expect((await sharp(bytes).stats()).dominant.r).toBeGreaterThan(180)
    }
  })

  it('is the square that was chosen, cut to what the image has', async () => {
    const user = await choose(wei, { crop: { left: 500, top: 90, size: 200 } })
    expect((await sharp(await read(lin, user)).stats()).dominant.b).toBeGreaterThan(180)
  })

  it('stands still where the image moves', async () => {
    const frames = await sharp([await photo(), await photo()], { join: { animated: true } })
      .gif()
      .toBuffer()
    const file = await upload(wei, frames, 'me.gif')
    const { user } = await wei.http.command('users.setAvatar', { fileId: file.id })
    expect((await sharp(await read(lin, user)).metadata()).pages ?? 1).toBe(1)
  })

  it('has another address once it is another picture; the one before is gone', async () => {
    const before = await choose(wei)
    const after = await choose(wei)
    expect(after.avatarId).not.toBe(before.avatarId)
    expect((await get(lin, before)).status).toBe(404)
    expect((await get(lin, after)).headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    expect((await storedKeys()).every((key) => key.includes(after.avatarId ?? '?'))).toBe(true)
    await wei.http.command('users.removeAvatar', {})
    expect((await get(lin, after)).status).toBe(404)
    expect(await storedKeys()).toEqual([])
  })

  it('is made of nothing but an unsent image of one’s own', async () => {
    const text = await upload(wei, Buffer.from('no image'), 'notes.txt')
    const refusal = wei.http.command('users.setAvatar', { fileId: text.id })
    await expect(refusal).rejects.toMatchObject({ code: 'unreadable_image' })
    const theirs = await upload(lin, await photo())
    const stolen = wei.http.command('users.setAvatar', { fileId: theirs.id })
    await expect(stolen).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is not shown to strangers: to nobody signed out, and to guests of people whom they know', async () => {
    const user = await choose(wei)
    expect((await fetch(`${parley.url}/api/avatars/${user.id}/${user.avatarId}/small`)).status).toBe(401)
    expect((await get(guest, user)).status).toBe(404)
    await parley.createChannel('with-guest', [guest, wei], { kind: 'private' })
    expect((await get(guest, user)).status).toBe(200)
    const leaver = await parley.addPerson('Leaver')
    expect((await get(leaver, user)).status).toBe(200)
    await leaver.http.command('auth.signOut', {})
    expect((await get(leaver, user)).status).toBe(401)
  })

  it('is taken away by administrators, and given to bots by those who look after them', async () => {
    const user = await choose(wei)
    const byColleague = lin.http.command('users.removeAvatar', { userId: user.id })
    await expect(byColleague).rejects.toMatchObject({ code: 'forbidden' })
    const removed = await parley.owner.http.command('users.removeAvatar', { userId: user.id })
    expect(removed.user.avatarId).toBeNull()
    await parley.owner.http.command('users.removeAvatar', { userId: user.id })
    const { entries } = await parley.owner.http.query('audit.list', { kind: 'avatar-removed' })
    expect(entries.map(({ actorId, userId }) => [actorId, userId])).toEqual([[parley.owner.user.id, user.id]])
    const { bot } = await parley.owner.http.command('bots.create', { name: 'crane', scopes: ['messages:read'] })
    expect((await choose(parley.owner, { userId: bot.userId })).avatarId).not.toBeNull()
    const file = await upload(wei, await photo())
    const byStranger = wei.http.command('users.setAvatar', { fileId: file.id, userId: bot.userId })
    await expect(byStranger).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is changed though the storage keeps the one before, and kept though its commit went unanswered', async () => {
    const { services } = parley.server
    const before = await choose(wei)
    const remove = async () => Promise.reject(new Error('the bucket is away'))
    const files = { ...services.files, storage: { ...services.files.storage, remove } }
    const person = services.store.rows.selectFrom('users').select('workspace_id').where('id', '=', wei.user.id)
    const { workspace_id: workspaceId } = await person.executeTakeFirstOrThrow()
    const change = { workspaceId, userId: wei.user.id, permit: async () => undefined }
    const user = await changeAvatar({ store: services.store, files }, { ...change, avatarId: null })
    expect(user.avatarId).toBeNull()
    const keys = await storedKeys()
    const store = { ...services.store, write: () => Promise.reject(new Error('connection lost')) }
    const lost = changeAvatar({ store, files: services.files }, { ...change, avatarId: before.avatarId })
    await expect(lost).rejects.toThrow('connection lost')
    expect(await storedKeys()).toEqual(keys)
    expect(keys).not.toEqual([])
  })
})
