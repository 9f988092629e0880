import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDirectoryStorage } from './directory-storage'
import type { ByteRange, FileStorage } from './file-storage'
import { createS3Storage } from './s3-storage'

/*
 * One suite for every place where files may lie: a directory, and a real S3 server (s3rver, from npm) over HTTP with
 * signed requests.
 */

let folder: string
let server: S3rver
const storages: Record<string, FileStorage> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-storage-'))
  storages.directory = createDirectoryStorage(join(folder, 'files'))
  const { server: started, endpoint } = await startS3(join(folder, 's3'))
  server = started
  const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
  storages.S3 = await createS3Storage({ bucket: 'parley', region: 'us-east-1', endpoint, prefix: 'files/', ...keys })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

async function startS3(directory: string) {
  const options = { address: '127.0.0.1', port: 0, silent: true, directory }
  const started = new S3rver({ ...options, configureBuckets: [{ name: 'parley', configs: [] }] })
  const { port } = await started.run()
  return { server: started, endpoint: `http://127.0.0.1:${port}` }
}

async function fileOf(bytes: Uint8Array): Promise<string> {
  const path = join(folder, randomBytes(8).toString('hex'))
  await writeFile(path, bytes)
  return path
}

async function read(storage: FileStorage, key: string, range?: ByteRange): Promise<Buffer | null> {
  const stream = await storage.open(key, range)
  return stream && buffer(stream)
}

describe.each(['directory', 'S3'])('files in a storage: %s', (name) => {
  const storage = () => storages[name] as FileStorage
  const bytes = randomBytes(300_000)

  it('come back as they were put, whole or in part', async () => {
    await storage().put('0190-aa', await fileOf(bytes))
    expect(await read(storage(), '0190-aa')).toEqual(bytes)
    expect(await read(storage(), '0190-aa', { start: 10, end: 19 })).toEqual(bytes.subarray(10, 20))
    expect(await read(storage(), '0190-aa', { start: 299_999, end: 299_999 })).toEqual(bytes.subarray(299_999))
  })

  it('may be empty', async () => {
    await storage().put('0190-ab', await fileOf(Buffer.alloc(0)))
    expect(await read(storage(), '0190-ab')).toEqual(Buffer.alloc(0))
  })

  it('stand beside what is made of them', async () => {
    await storage().put('0190-ac', await fileOf(Buffer.from('large')))
    await storage().put('0190-ac_thumbnail', await fileOf(Buffer.from('small')))
    await storage().put('avatars/0190-ac', await fileOf(Buffer.from('round')))
    expect(String(await read(storage(), '0190-ac'))).toBe('large')
    expect(String(await read(storage(), '0190-ac_thumbnail'))).toBe('small')
    expect(String(await read(storage(), 'avatars/0190-ac'))).toBe('round')
  })

  it('are replaced by what is put under their key', async () => {
    await storage().put('0190-ad', await fileOf(Buffer.from('first')))
    await storage().put('0190-ad', await fileOf(Buffer.from('second')))
    expect(String(await read(storage(), '0190-ad'))).toBe('second')
  })

  it('are gone when removed, and removing them again is no fault', async () => {
    await storage().put('0190-ae', await fileOf(bytes))
    await storage().remove('0190-ae')
    expect(await read(storage(), '0190-ae')).toBeNull()
    await expect(storage().remove('0190-ae')).resolves.toBeUndefined()
  })

  it('are counted and measured, thumbnails and avatars too', async () => {
    await storage().put('0190-ba', await fileOf(Buffer.from('large')))
    await storage().put('avatars/0190-ba', await fileOf(Buffer.from('round ')))
    const keys: string[] = []
    for await (const key of storage().keys()) keys.push(key)
    expect(keys).toEqual(expect.arrayContaining(['0190-ba', 'avatars/0190-ba']))
    expect(await storage().size('avatars/0190-ba')).toBe(6)
    expect(await storage().size('0190-bb')).toBeNull()
  })

  it('are not there when they were never put', async () => {
    expect(await read(storage(), '0190-af')).toBeNull()
  })

  it('are not put in part: what cannot be read leaves what was there', async () => {
    await storage().put('0190-b0', await fileOf(Buffer.from('whole')))
    await expect(storage().put('0190-b0', join(folder, 'missing'))).rejects.toThrow('ENOENT')
    expect(String(await read(storage(), '0190-b0'))).toBe('whole')
  })

  it.each(['../etc/passwd', '/etc/passwd', 'a/../../b', 'a//b', '', 'a.b', 'a b', 'a/b/c/d/e'])(
    'have no key like %j',
    async (key) => {
      await expect(read(storage(), key)).rejects.toThrow('no key of a file')
    },
  )
})

describe('a directory of files', () => {
  it('keeps nothing of a put that failed', async () => {
    await expect(storages.directory?.put('0190-b1', join(folder, 'missing'))).rejects.toThrow('ENOENT')
    expect(await readdir(join(folder, 'files', 'incoming'))).toEqual([])
  })
})
