import type { DocumentHealth, DocumentId, HealthReason } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until, withConnection } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const DAY_MS = 86_400_000
let parley: TestParley
let wei: TestPerson
let laterMs = 0

beforeAll(async () => {
  parley = await startTestParley({ now: () => new Date(Date.now() + laterMs) })
  wei = await parley.addPerson('王伟')
})
afterAll(() => parley[Symbol.asyncDispose]())

const add = async (title: string, text: string, documentId?: DocumentId) =>
  (await parley.owner.http.command('knowledge.addDocument', { title, text, ...(documentId && { documentId }) }))
    .document.id
const health = () => parley.owner.http.query('knowledge.health', {})
const reasonsOf = async (id: DocumentId): Promise<HealthReason['kind'][]> => {
  const entry: DocumentHealth | undefined = (await health()).documents.find(({ document }) => document.id === id)
  return entry?.reasons.map(({ kind }) => kind) ?? []
}
const ask = async (text: string) => (await parley.owner.http.command('assistant.ask', { text })).reply

describe('documents that say other numbers of the same', () => {
  it('are found, with what each of them says, until somebody says that they are right to differ', async () => {
    const one = await add('Travel 2025', '# Hotels\n\nA hotel night may cost 120 euros in the whole country.')
    const other = await add('Travel 2026', '# Hotels\n\nA hotel night may cost 150 euros in the whole country.')
    await parley.server.compareDocuments()
    const { documents, comparedAt } = await health()
    expect(comparedAt).not.toBeNull()
    expect(documents.find(({ document }) => document.id === one)?.reasons[0]).toMatchObject({
      ...{ kind: 'contradiction', other: { id: other, title: 'Travel 2026' } },
      quote: { text: 'A hotel night may cost 120 euros in the whole country.' },
      otherQuote: { text: 'A hotel night may cost 150 euros in the whole country.' },
    })
    const pair = { documentId: one, otherId: other, kind: 'contradiction' as const }
    await parley.owner.http.command('knowledge.dismissFinding', pair)
    expect(await reasonsOf(one)).toEqual([])
    await parley.server.compareDocuments()
    expect(await reasonsOf(other)).toEqual([])
    await add('Travel 2026', '# Hotels\n\nA hotel night may cost 160 euros in the whole country.', other)
    await parley.server.compareDocuments()
    expect(await reasonsOf(other)).toEqual(['contradiction'])
    const outdated = { documentId: one, isOutdated: true }
    await parley.owner.http.command('knowledge.setOutdated', outdated)
    expect(await reasonsOf(other)).toEqual([])
  })

  it('name nobody a document that they may not read', async () => {
    const { collection } = await parley.owner.http.command('knowledge.createCollection', {
      ...{ name: 'Team', readerIds: [parley.owner.user.id, wei.user.id], ownerId: wei.user.id },
    })
    const hidden = await parley.owner.http.command('knowledge.createCollection', {
      ...{ name: 'Board', readerIds: [parley.owner.user.id] },
    })
    const text = (hours: number) => `The archive downstairs is open for ${hours} hours a week.`
    const place = { collectionId: collection.id }
    const { document } = await wei.http.command('knowledge.addDocument', { title: 'Archive', text: text(20), ...place })
    const secret = { title: 'Secret', text: text(30), collectionId: hidden.collection.id }
    await parley.owner.http.command('knowledge.addDocument', secret)
    await parley.server.compareDocuments()
    expect(await reasonsOf(document.id)).toEqual(['contradiction'])
    const seen = await wei.http.query('knowledge.health', {})
    expect(seen).toMatchObject({ total: 1, healthy: 1, documents: [] })
  })
})

describe('documents that say nearly the same', () => {
  it('are found', async () => {
    const text = Array.from({ length: 40 }, (_, at) => `Rule of the house ${'abcdefgh'[at % 8]} says thing ${at}.`)
    const one = await add('House rules', text.join('\n\n'))
    const other = await add('House rules (copy)', `${text.join('\n\n')}\n\nSigned by the landlord.`)
    await parley.server.compareDocuments()
    expect(await reasonsOf(one)).toContain('double')
    expect(await reasonsOf(other)).toContain('double')
  })
})

describe('a document that is marked as outdated', () => {
  it('is in no answer, also after a restart, and comes back when it is taken back or replaced', async () => {
    const id = await add('Canteen', 'The canteen serves lunch from half past eleven.')
    const lunch = async () => JSON.stringify((await ask('From when does the canteen serve lunch?')).citations)
    expect(await lunch()).toContain('half past eleven')
    await parley.owner.http.command('knowledge.setOutdated', { documentId: id, isOutdated: true })
    expect(await lunch()).not.toContain('half past eleven')
    expect(await reasonsOf(id)).toEqual(['outdated'])
    await parley.restart()
    expect(await lunch()).not.toContain('half past eleven')
    await parley.owner.http.command('knowledge.setOutdated', { documentId: id, isOutdated: false })
    expect(await lunch()).toContain('half past eleven')
    await parley.owner.http.command('knowledge.setOutdated', { documentId: id, isOutdated: true })
    await add('Canteen', 'The canteen serves lunch from noon.', id)
    expect(await lunch()).toContain('noon')
    expect(await reasonsOf(id)).toEqual([])
  })

  it('is marked by nobody who may not change it', async () => {
    const id = await add('Bicycles', 'Bicycles stand in the yard.')
    const person = await parley.addPerson('Ann')
    const marked = person.http.command('knowledge.setOutdated', { documentId: id, isOutdated: true })
    await expect(marked).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a review', () => {
  it('reminds whoever looks after the document, and past it answers say so until it is looked over again', async () => {
    const id = await add('Pool', 'The swimming pool opens at seven in the morning.')
    const nextAt = new Date(Date.now() + laterMs + 2 * DAY_MS).toISOString()
    await parley.owner.http.command('knowledge.reviewDocument', { documentId: id, nextAt })
    const { reminders } = await parley.owner.http.query('state', {})
    expect(reminders.filter(({ text }) => text.includes('“Pool”'))).toHaveLength(1)
    const opening = async () => (await ask('When does the swimming pool open?')).text
    expect(await opening()).not.toContain('review')
    laterMs += 3 * DAY_MS
    expect(await reasonsOf(id)).toContain('review-due')
    expect(await opening()).toContain('“Pool” is past its date for review')
    await parley.owner.http.command('knowledge.reviewDocument', { documentId: id, nextAt: null })
    expect(await reasonsOf(id)).not.toContain('review-due')
    expect(await opening()).not.toContain('review')
  })

  it('is wanted of what nobody has changed for a year, and of what nobody asks for', async () => {
    const id = await add('Attic', 'The attic holds old chairs.')
    await withConnection(parley.databaseUrl, async (connection) => {
      const longAgo = `now() - interval '400 days'`
      await connection.query(`update documents set created_at = ${longAgo}, changed_at = ${longAgo} where id = $1`, [
        id,
      ])
      await connection.query(`update questions set asked_at = ${longAgo}`)
    })
    expect(await reasonsOf(id)).toEqual(['stale', 'never-cited'])
    const { counts, total, healthy } = await health()
    expect(counts.stale).toBeGreaterThan(0)
    expect(healthy).toBeLessThan(total)
  })
})

describe('the health of many documents', () => {
  it('is told by going through what was asked once, not once a document', async () => {
    const id = await add('Shed', 'The shed holds rakes.')
    await ask('What does the shed hold?')
    await withConnection(parley.databaseUrl, async (connection) => {
      const copy = (table: string, count: number) =>
        `insert into ${table} select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid()))).*
         from ${table} one, generate_series(1, ${count}) where one.id = (select id from ${table} limit 1)`
      await connection.query(copy('documents', 50))
      await connection.query(copy('questions', 2_000))
      const read = async (): Promise<number> => {
        await connection.query('select pg_stat_clear_snapshot()')
        const stats = `select seq_tup_read + coalesce(idx_tup_fetch, 0) as read from pg_stat_user_tables where relname = 'questions'`
        return Number((await connection.query(stats)).rows[0].read)
      }
      await connection.query('select pg_stat_force_next_flush()')
      const before = await read()
      expect((await health()).documents.map(({ document }) => document.id)).not.toContain(id)
      await until(async () => (await read()) > before, 'the database has counted')
      expect((await read()) - before).toBeLessThan(10 * 2_000)
    })
  })
})
