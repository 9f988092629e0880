import { randomUUID } from 'node:crypto'
import { startTestParley, type TestParley } from '@parley/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EventDraft } from './write'
import { write } from './write'

let parley: TestParley
let channelIds: string[]

beforeAll(async () => {
  parley = await startTestParley()
  const channels = await Promise.all(['a', 'b', 'c'].map((name) => parley.createChannel(name)))
  channelIds = channels.map((channel) => channel.id)
})
afterAll(() => parley[Symbol.asyncDispose]())

const store = () => parley.server.services.store
const workspaceId = async () => (await parley.owner.http.query('state', {})).workspace.id
const readMoved = (channelId: string): EventDraft => ({
  type: 'read-moved',
  channelId: channelId as Extract<EventDraft, { type: 'read-moved' }>['channelId'],
  readNumber: 0,
  unreadMentions: [],
  unreadDeleted: [],
  lastMessageNumber: 0,
})

async function seqsOf(streamId: string): Promise<number[]> {
  const rows = await store()
    .rows.selectFrom('events')
    .select('seq')
    .where('stream_id', '=', streamId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => row.seq)
}

describe('write', () => {
  test('with sends on the same streams, named in any order, ends in dense numbers and no deadlock', async () => {
    const workspace = await workspaceId()
    const orders = [channelIds, channelIds.toReversed(), [channelIds[1], channelIds[0], channelIds[2]] as string[]]
    const writes = Array.from({ length: 60 }, (_, index) => {
      const ids = orders[index % 3] as string[]
      return store().write(workspace, ids, async ({ append }) => {
        for (const id of ids) append(id, readMoved(id))
      })
    })
    const sends = Array.from({ length: 90 }, (_, index) =>
      parley.owner.http.command('messages.send', {
        channelId: channelIds[index % 3] as Parameters<
          typeof parley.owner.http.command<'messages.send'>
        >[1]['channelId'],
        text: `${index}`,
        clientMessageId: randomUUID(),
      }),
    )
    await Promise.all([...writes, ...sends])
    for (const id of channelIds) {
      const seqs = await seqsOf(id)
      expect(seqs).toEqual(seqs.map((_, index) => index + 1))
      expect(seqs.length).toBeGreaterThanOrEqual(90)
    }
  })

  test('is tried again when PostgreSQL ends it in favour of another, and its events are stored once', async () => {
    const [id] = channelIds as [string]
    const before = await seqsOf(id)
    let attempts = 0
    await store().write(await workspaceId(), [id], async ({ rows, append }) => {
      attempts += 1
      append(id, readMoved(id))
      if (attempts < 3) await sql`do $$ begin raise exception 'conflict' using errcode = '40001'; end $$`.execute(rows)
    })
    expect(attempts).toBe(3)
    expect(await seqsOf(id)).toEqual([...before, before.length + 1])
  })

  test('gives up on a conflict that does not end, and stores nothing', async () => {
    const [id] = channelIds as [string]
    const before = await seqsOf(id)
    const writing = store().write(await workspaceId(), [id], async ({ rows, append }) => {
      append(id, readMoved(id))
      await sql`do $$ begin raise exception 'conflict' using errcode = '40P01'; end $$`.execute(rows)
    })
    await expect(writing).rejects.toMatchObject({ code: '40P01' })
    expect(await seqsOf(id)).toEqual(before)
  })

  test('that loses its connection asks for a look at what was committed', async () => {
    const [id] = channelIds as [string]
    let looks = 0
    const options = {
      database: store().rows,
      publish: () => undefined,
      workspaceId: await workspaceId(),
      now: () => new Date(),
      onUncertainCommit: () => {
        looks += 1
      },
      streamIds: [id],
    }
    await expect(
      write(options, ({ rows }) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(rows)),
    ).rejects.toThrow()
    await expect(write(options, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
    expect(looks).toBe(1)
  })
})
