import { randomBytes, randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { createHttpClient, uploadFile } from '@parley/client'
import type { FileInfo } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const MAX_BYTES = 3_000_000

let parley: TestParley
let wei: TestPerson
let lin: TestPerson
let channelId: string
let laterMs = 0

beforeAll(async () => {
  parley = await startTestParley({ files: { maxBytes: MAX_BYTES }, now: () => new Date(Date.now() + laterMs) })
  wei = await parley.addPerson('王伟')
  lin = await parley.addPerson('林')
  channelId = (await parley.createChannel('files', [wei, lin], { kind: 'private' })).id
})
afterAll(() => parley[Symbol.asyncDispose]())

const upload = (person: TestPerson, name: string, bytes: Uint8Array, clientFileId: string = randomUUID()) =>
  uploadFile({ name, bytes: new Blob([new Uint8Array(bytes)]), clientFileId }, { http: person.http })

const begin = (person: TestPerson, size: number, clientFileId: string = randomUUID()) =>
  person.http.command('files.begin', { name: 'notes.txt', size, clientFileId })

const put = (person: TestPerson, fileId: string, offset: number, bytes: Uint8Array) =>
  person.http.uploadBytes({ fileId, offset, bytes: new Blob([new Uint8Array(bytes)]) })

const get = (person: TestPerson, path: string, headers: Record<string, string> = {}) =>
  fetch(`${parley.url}/api/files/${path}`, { headers: { authorization: `Bearer ${person.token}`, ...headers } })

const send = (person: TestPerson, files: readonly FileInfo[], text = '', clientMessageId: string = randomUUID()) =>
  person.http.command('messages.send', { channelId, text, clientMessageId, fileIds: files.map(({ id }) => id) })

const refusal = (code: string, parameters: object = {}) =>
  expect.objectContaining({ code, parameters: expect.objectContaining(parameters) })

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 80, b: 40 } } })

describe('an upload', () => {
  it('comes back byte for byte, under its name in whatever language', async () => {
    const bytes = randomBytes(2_500_000)
    const file = await upload(wei, '发布 "清单".bin', bytes)
    expect(file).toMatchObject({ name: '发布 "清单".bin', size: bytes.length, mimeType: 'application/octet-stream' })
    const answer = await get(wei, file.id)
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''%E5%8F%91%E5%B8%83%20%22")
  })

  it('goes on where it was interrupted, also after the server was started anew', async () => {
    const clientFileId = randomUUID()
    const text = Buffer.from('the first half, and the second half')
    const { fileId } = await begin(wei, text.length, clientFileId)
    expect(await put(wei, fileId, 0, text.subarray(0, 15))).toEqual({ fileId, offset: 15, file: null })
    await parley.restart()
    wei = await onTheNewServer(wei)
    lin = await onTheNewServer(lin)
    expect(await begin(wei, text.length, clientFileId)).toEqual({ fileId, offset: 15, file: null })
    const { file } = await put(wei, fileId, 15, text.subarray(15))
    expect(file).toMatchObject({ mimeType: 'text/plain', size: text.length })
    expect(await (await get(wei, fileId)).text()).toBe(String(text))
  })

  it('keeps what arrived before a connection broke', async () => {
    const { fileId } = await begin(wei, 1_000_000)
    const breaking = new ReadableStream({
      pull(controller) {
        controller.enqueue(Buffer.alloc(100_000, 'a'))
        queueMicrotask(() => controller.error(new Error('cut')))
      },
    })
    const headers = { authorization: `Bearer ${wei.token}`, 'content-type': 'application/octet-stream' }
    const cut = { method: 'PUT', headers, body: breaking, duplex: 'half' } as RequestInit
    await expect(fetch(`${parley.url}/api/files/${fileId}?offset=0`, cut)).rejects.toThrow()
    // Whoever comes to the same place has the word, whatever the server still holds open of the lost connection.
    const second = await put(wei, fileId, 0, Buffer.alloc(1)).catch((error) => error)
    const here = second.offset ?? second.parameters.offset
    await put(wei, fileId, here, Buffer.alloc(1_000_000 - here, 'b'))
    expect((await (await get(wei, fileId)).text()).length).toBe(1_000_000)
  })

  it('takes bytes at their place only, and never more than were announced', async () => {
    const { fileId } = await begin(wei, 10)
    await expect(put(wei, fileId, 5, Buffer.alloc(5))).rejects.toEqual(refusal('upload_out_of_step', { offset: 0 }))
    await expect(put(wei, fileId, 0, Buffer.alloc(11))).rejects.toEqual(refusal('payload_too_large'))
    await expect(put(lin, fileId, 0, Buffer.alloc(10))).rejects.toEqual(refusal('not_found'))
    expect((await begin(wei, 10, randomUUID())).offset).toBe(0)
  })

  it('is refused before its first byte when it is too large, with the limit', async () => {
    const refused = begin(wei, MAX_BYTES + 1)
    await expect(refused).rejects.toEqual(refusal('file_too_large', { limit: MAX_BYTES, limitMb: 3 }))
    await expect(begin(wei, MAX_BYTES)).resolves.toMatchObject({ offset: 0 })
  })

  it('may be empty, or be given up', async () => {
    const file = await upload(wei, 'empty', Buffer.alloc(0))
    expect(file).toMatchObject({ size: 0 })
    expect((await (await get(wei, file.id)).arrayBuffer()).byteLength).toBe(0)
    await wei.http.command('files.discard', { fileId: file.id })
    expect((await get(wei, file.id)).status).toBe(404)
  })

  it('is one of a bounded number that are not sent', async () => {
    const hoarder = await parley.addPerson('Hoarder')
    const announce = () => begin(hoarder, MAX_BYTES)
    for (let count = 0; count < 10; count += 1) await announce()
    await expect(announce()).rejects.toEqual(refusal('too_many_uploads', { limitMb: 30 }))
  })

  it('are counted also when many are announced at once', async () => {
    const hurried = await parley.addPerson('Hurried')
    const announced = await Promise.allSettled(Array.from({ length: 20 }, () => begin(hurried, MAX_BYTES)))
    expect(announced.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  })
})

async function onTheNewServer(person: TestPerson): Promise<TestPerson> {
  return { ...person, http: createHttpClient({ baseUrl: parley.url, token: person.token }) }
}

describe('an image', () => {
  it('loses where it was taken, stands upright, and has a smaller form', async () => {
    const GPS = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' }, IFD0: { Make: 'SecretCam' } }
    const original = await photo(1600, 800).jpeg().withExif(GPS).withMetadata({ orientation: 6 }).toBuffer()
    expect(original.includes('SecretCam')).toBe(true)
    expect((await sharp(original).metadata()).orientation).toBe(6)
    const file = await upload(wei, 'holiday.png', original)
    expect(file).toMatchObject({ mimeType: 'image/jpeg', width: 800, height: 1600 })
    const kept = Buffer.from(await (await get(wei, file.id)).arrayBuffer())
    const { exif, orientation } = await sharp(kept).metadata()
    expect({ exif, orientation }).toEqual({ exif: undefined, orientation: undefined })
    expect(kept.includes('SecretCam')).toBe(false)
    const small = await sharp(Buffer.from(await (await get(wei, `${file.id}/thumbnail`)).arrayBuffer())).metadata()
    expect(small).toMatchObject({ format: 'webp', width: 360, height: 720 })
  })

  it('goes on moving', async () => {
    const frames = await Promise.all(
      ['red', 'green', 'blue'].map((background) =>
        sharp({ create: { width: 40, height: 30, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const moving = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [80, 80, 80] })
      .toBuffer()
    const file = await upload(wei, 'wave.gif', moving)
    expect(file).toMatchObject({ mimeType: 'image/gif', width: 40, height: 30 })
    const kept = Buffer.from(await (await get(wei, file.id)).arrayBuffer())
    expect(await sharp(kept).metadata()).toMatchObject({ pages: 3, delay: [80, 80, 80] })
  })

  it('is refused when it cannot be read, or claims to be huge: it would keep its secrets', async () => {
    const whole = await photo(300, 300).jpeg().toBuffer()
    await expect(upload(wei, 'half.jpg', whole.subarray(0, 500))).rejects.toEqual(refusal('unreadable_image'))
    const bomb = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: 'white' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(MAX_BYTES)
    await expect(upload(wei, 'bomb.png', bomb)).rejects.toEqual(refusal('unreadable_image', { name: 'bomb.png' }))
  })

  it('made of markup is no image: it is saved, not drawn', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const file = await upload(wei, 'logo.svg', Buffer.from(svg))
    expect(file).toMatchObject({ width: null, mimeType: 'text/plain' })
    const { headers } = await get(wei, file.id)
    expect(headers.get('content-type')).toBe('application/octet-stream')
  })
})

describe('a message', () => {
  it('shows the files that it was sent with, in their order, with or without words', async () => {
    const [one, other] = [await upload(wei, 'b.txt', Buffer.from('b')), await upload(wei, 'a.txt', Buffer.from('a'))]
    const { message } = await send(wei, [one as FileInfo, other as FileInfo])
    expect(message).toMatchObject({ text: '', files: [{ name: 'b.txt' }, { name: 'a.txt' }] })
    const { messages } = await lin.http.query('messages.list', { channelId, limit: 1 })
    expect(messages).toEqual([message])
  })

  it('is sent once, however often its sender asks', async () => {
    const file = await upload(wei, 'once.txt', Buffer.from('once'))
    const clientMessageId = randomUUID()
    const [first, again] = await Promise.all([1, 2].map(() => send(wei, [file], 'see', clientMessageId)))
    expect(again).toEqual(first)
    await expect(send(wei, [], 'see', clientMessageId)).rejects.toEqual(refusal('client_message_id_reused'))
  })

  it('shows no file twice, none of somebody else, and none that is not all there', async () => {
    const file = await upload(wei, 'mine.txt', Buffer.from('mine'))
    await expect(send(lin, [file])).rejects.toEqual(refusal('not_found', { kind: 'file' }))
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => send(wei, [file])))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    const { fileId } = await begin(wei, 10)
    const incomplete = { ...file, id: fileId }
    await expect(send(wei, [incomplete])).rejects.toEqual(refusal('file_incomplete'))
  })

  it('has words or files, and no more than ten', async () => {
    await expect(send(wei, [], ' ')).rejects.toEqual(refusal('invalid_request', { field: 'text' }))
    const many = Array.from({ length: 11 }, () => ({ id: randomUUID() }) as FileInfo)
    await expect(send(wei, many)).rejects.toEqual(refusal('invalid_request', { field: 'fileIds' }))
  })

  it('takes its files along when it is deleted, to the last byte', async () => {
    const file = await upload(wei, 'regret.png', await photo(20, 20).png().toBuffer())
    const { message } = await send(wei, [file], 'look')
    expect((await get(lin, file.id)).status).toBe(200)
    expect((await readFiles()).filter((name) => name.includes(file.id))).toHaveLength(2)
    const { message: deleted } = await wei.http.command('messages.delete', { messageId: message.id })
    expect(deleted.files).toEqual([])
    for (const path of [file.id, `${file.id}/thumbnail`]) expect((await get(lin, path)).status).toBe(404)
    await until(async () => !(await readFiles()).some((name) => name.includes(file.id)), 'the bytes are gone')
  })
})

async function readFiles(): Promise<string[]> {
  return readdir(parley.dataDirectory, { recursive: true })
}

describe('reading a file', () => {
  it('is for members of its channel, and before it is sent for its owner alone', async () => {
    const stranger = await parley.addPerson('Stranger')
    const file = await upload(wei, 'plan.txt', Buffer.from('secret'))
    const statuses = () => Promise.all([wei, lin, stranger].map(async (it) => (await get(it, file.id)).status))
    expect(await statuses()).toEqual([200, 404, 404])
    await send(wei, [file])
    expect(await statuses()).toEqual([200, 200, 404])
    expect(await lin.http.query('files.get', { fileId: file.id })).toEqual({ file, isSent: true })
    await expect(stranger.http.query('files.get', { fileId: file.id })).rejects.toEqual(refusal('not_found'))
    expect((await fetch(`${parley.url}/api/files/${file.id}`)).status).toBe(401)
  })

  it('ends at once for whoever is removed', async () => {
    const leaver = await parley.addPerson('Leaver')
    await parley.owner.http.command('channels.addMember', { channelId, userId: leaver.user.id })
    const file = await upload(wei, 'plan.png', await photo(30, 30).png().toBuffer())
    await send(wei, [file])
    expect((await get(leaver, file.id)).status).toBe(200)
    await parley.owner.http.command('channels.removeMember', { channelId, userId: leaver.user.id })
    for (const path of [file.id, `${file.id}/thumbnail`]) expect((await get(leaver, path)).status).toBe(404)
    const etag = `"${file.id}"`
    expect((await get(leaver, file.id, { 'if-none-match': etag })).status).toBe(404)
    expect((await get(lin, file.id, { 'if-none-match': etag })).status).toBe(304)
  })

  it('answers parts, and says when there is no such part', async () => {
    const file = await upload(wei, 'digits.txt', Buffer.from('0123456789'))
    const part = async (range: string) => {
      const answer = await get(wei, file.id, { range })
      return [answer.status, answer.headers.get('content-range'), await answer.text()]
    }
    expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
    expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789'])
    expect(await part('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789'])
    expect(await part('bytes=0-1,4-5')).toEqual([200, null, '0123456789'])
    expect(await part('bytes=10-')).toEqual([416, 'bytes */10', expect.stringContaining('range_not_satisfiable')])
  })

  it('never lets a browser guess, run or share what it is', async () => {
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    const file = await upload(wei, 'page.html', page)
    const { headers } = await get(wei, file.id)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; /),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
    })
  })
})

describe('the files of a channel', () => {
  it('are listed newest first, by kind, page by page', async () => {
    const { id } = await parley.createChannel('shelf', [wei])
    const files: FileInfo[] = []
    for (const name of ['one.txt', 'two.txt', 'three.txt']) files.push(await upload(wei, name, Buffer.from(name)))
    const picture = await upload(wei, 'four.png', await photo(10, 10).png().toBuffer())
    for (const file of [...files, picture]) {
      const body = { channelId: id, text: '', clientMessageId: randomUUID(), fileIds: [file.id] }
      await wei.http.command('messages.send', body)
    }
    const list = async (more: object) => {
      const answer = await parley.owner.http.query('files.list', { channelId: id, ...more })
      return answer.files.map(({ file }) => file.name)
    }
    expect(await list({})).toEqual(['four.png', 'three.txt', 'two.txt', 'one.txt'])
    expect(await list({ kind: 'image' })).toEqual(['four.png'])
    expect(await list({ kind: 'document', limit: 2 })).toEqual(['three.txt', 'two.txt'])
    expect(await list({ kind: 'document', before: files[1]?.id })).toEqual(['one.txt'])
    const stranger = await parley.addPerson('Guest', { role: 'guest' })
    await expect(stranger.http.query('files.list', { channelId: id })).rejects.toEqual(refusal('not_a_member'))
  })
})

describe('what nobody sends', () => {
  it('is gone a day later', async () => {
    const file = await upload(wei, 'forgotten.txt', Buffer.from('forgotten'))
    const { fileId } = await begin(wei, 10)
    await put(wei, fileId, 0, Buffer.from('half'))
    laterMs = 25 * 60 * 60 * 1000
    await parley.restart()
    const isThere = (name: string) => name.includes(file.id) || name.includes(fileId)
    await until(async () => !(await readFiles()).some(isThere), 'the bytes are gone')
    expect((await get(wei, file.id)).status).toBe(404)
  })
})
