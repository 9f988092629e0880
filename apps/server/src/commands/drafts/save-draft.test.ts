import { randomUUID } from 'node:crypto'
import { uploadFile } from '@parley/client'
import type { Channel, FileInfo } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FileSweeper, UNSENT_KEPT_MS } from '../../jobs/file-sweeper'

let parley: TestParley
let wei: TestPerson
let channel: Channel
let now = new Date('2026-11-24T09:00:00Z')

beforeAll(async () => {
  parley = await startTestParley({ now: () => now })
  wei = await parley.addPerson('王伟')
  channel = await parley.createChannel('plans', [wei])
})
afterAll(() => parley[Symbol.asyncDispose]())

const upload = ({ http }: TestPerson): Promise<FileInfo> =>
  uploadFile({ name: 'plan.txt', bytes: new Blob([randomUUID()]), clientFileId: randomUUID() }, { http })
const save = (change: { text?: string; addedFileIds?: FileInfo['id'][]; removedFileIds?: FileInfo['id'][] }) =>
  wei.http.command('drafts.save', { channelId: channel.id, ...change })
const draftNow = async () => (await wei.http.query('state', {})).drafts.find((it) => it.channelId === channel.id)
function fail(error: unknown): never {
  throw error
}
const isThere = (file: FileInfo) =>
  wei.http.query('files.get', { fileId: file.id }).then(
    () => true,
    () => false,
  )

describe('the files of a draft', () => {
  test('are kept beside its words, which change without them', async () => {
    const [one, two] = [await upload(wei), await upload(wei)]
    await save({ text: '看一下', addedFileIds: [one.id] })
    await save({ addedFileIds: [two.id] })
    await save({ text: '请看一下' })
    expect(await draftNow()).toMatchObject({ text: '请看一下', fileIds: [one.id, two.id] })
    await save({ text: '', removedFileIds: [one.id] })
    expect(await draftNow()).toMatchObject({ text: '', fileIds: [two.id] })
    await save({ removedFileIds: [two.id] })
    expect(await draftNow()).toBeUndefined()
  })

  test('are one’s own, complete and not sent', async () => {
    const [own, others] = [await upload(wei), await upload(parley.owner)]
    const { fileId: begun } = await wei.http.command('files.begin', { name: 'b', size: 9, clientFileId: randomUUID() })
    const message = { channelId: channel.id, text: '', fileIds: [own.id], clientMessageId: randomUUID() }
    await wei.http.command('messages.send', message)
    for (const id of [others.id, begun, own.id, randomUUID() as typeof begun]) {
      await expect(save({ addedFileIds: [id] })).rejects.toMatchObject({
        code: 'not_found',
        parameters: { kind: 'file' },
      })
    }
    expect(await wei.http.query('files.get', { fileId: own.id })).toMatchObject({ isSent: true })
  })

  test('wait as long as the draft does, and a day after it', async () => {
    const [kept, loose] = [await upload(wei), await upload(wei)]
    await save({ addedFileIds: [kept.id] })
    const sweep = async (afterMs: number) => {
      now = new Date(now.getTime() + afterMs)
      const { store, files } = parley.server.services
      const sweeper = new FileSweeper({ rows: store.rows, files, now: () => now, onError: fail })
      sweeper.sweep()
      await sweeper.settled()
    }
    await sweep(3 * UNSENT_KEPT_MS)
    expect([await isThere(kept), await isThere(loose)]).toEqual([true, false])
    await save({ removedFileIds: [kept.id] })
    await sweep(UNSENT_KEPT_MS - 1000)
    expect(await isThere(kept)).toBe(true)
    await sweep(2000)
    expect(await isThere(kept)).toBe(false)
  })

  test('are removed also where one of them cannot be, which is tried again', async () => {
    const uploaded = [await upload(wei), await upload(wei), await upload(wei)]
    now = new Date(now.getTime() + 3 * UNSENT_KEPT_MS)
    const { store, files } = parley.server.services
    const stuck = uploaded[0]?.id
    const remove = (key: string) =>
      key === stuck ? Promise.reject(new Error('the disk refuses')) : files.storage.remove(key)
    const errors: unknown[] = []
    const sweepWith = async (storage: Pick<typeof files.storage, 'remove'>) => {
      const onError = (error: unknown) => errors.push(error)
      const sweeper = new FileSweeper({ rows: store.rows, files: { ...files, storage }, now: () => now, onError })
      sweeper.sweep()
      await sweeper.settled()
    }
    const kept = () => store.rows.selectFrom('files').select('id').where('dropped_at', 'is not', null).execute()
    await sweepWith({ remove })
    expect(await kept()).toEqual([{ id: stuck }])
    expect(errors).toHaveLength(1)
    await sweepWith(files.storage)
    expect(await kept()).toEqual([])
  })
})
