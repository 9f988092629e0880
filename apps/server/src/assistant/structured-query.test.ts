import type { CollectionId, QueryPart, StructuredQuery, UserId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
let wei: TestPerson
const ids: Record<string, string> = {}

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  await add('Travel policy', 'A hotel costs at most 120 euros a night. Meals cost at most 45 euros a day.')
  await add('Visitor policy', 'A hotel for visitors costs at most 95 euros a night.')
  await add('差旅制度', '住宿标准为每晚五百元。餐费标准为每天一百元。')
  await add('招待制度', '客户的住宿标准为每晚八百元。')
  const { collection } = await parley.owner.http.command('knowledge.createCollection', {
    name: 'Secret',
    readerIds: [parley.owner.user.id],
  })
  await add('Secret policy', 'A hotel for directors costs at most 900 euros a night.', collection.id)
})
afterAll(() => parley[Symbol.asyncDispose]())

async function add(title: string, text: string, collectionId?: CollectionId): Promise<void> {
  const place = collectionId ? { collectionId } : {}
  const body = { title, text, mimeType: 'text/markdown' as const, ...place }
  const { document } = await parley.owner.http.command('knowledge.addDocument', body)
  ids[title] = document.id
}

const ask = async (text: string, more: { query?: StructuredQuery; by?: TestPerson } = {}) => {
  const { by = wei, query } = more
  const { reply } = await by.http.command('assistant.ask', { text, ...(query && { query }) })
  return { ...reply, cited: reply.citations.map(({ title }) => title) }
}

describe('a question that names its source', () => {
  test.each([
    ['In the travel policy, how much is a hotel a night?', 'Travel policy'],
    ['How much is a hotel a night according to the visitor policy?', 'Visitor policy'],
    ['差旅制度里住宿标准是多少？', '差旅制度'],
    ['《招待制度》里住宿标准是多少？', '招待制度'],
  ])('is answered from there and nowhere else: %s', async (text, title) => {
    const { kind, cited, query } = await ask(text)
    expect(kind).toBe('answer')
    expect(new Set(cited)).toEqual(new Set([title]))
    expect(query?.parts).toMatchObject([{ kind: 'document', ids: [ids[title]], source: 'words' }])
  })

  test('never learns of one that it may not read, by name or by filter', async () => {
    const text = 'In the secret policy, how much is a hotel for directors a night?'
    expect((await ask(text, { by: parley.owner })).cited).toContain('Secret policy')
    const { cited, query } = await ask(text)
    expect(cited).not.toContain('Secret policy')
    expect(query?.parts).toEqual([])
    for (const injected of [
      'collection:Secret how much is a hotel?',
      `document:${ids['Secret policy']} how much is a hotel?`,
    ])
      expect((await ask(injected)).cited).not.toContain('Secret policy')
  })
})

describe('a query that is asked as it was changed', () => {
  const changed = (query: StructuredQuery | undefined, parts: StructuredQuery['parts']): StructuredQuery => ({
    ...query!,
    parts,
  })

  test('is answered from the document that was put in', async () => {
    const { query } = await ask('How much is a hotel a night?')
    const part = { kind: 'document', ids: [ids['Visitor policy']], name: 'Visitor policy', source: 'edited' }
    const edited = changed(query, [part as StructuredQuery['parts'][number]])
    const again = await ask('How much is a hotel a night?', { query: edited })
    expect(again.cited).toEqual(['Visitor policy'])
    expect(again.query).toEqual(edited)
  })

  test('finds nothing in a document that its asker may not read, as in one that is not there', async () => {
    const { query } = await ask('How much is a hotel a night?')
    for (const id of [ids['Secret policy'], '01890000-0000-7000-8000-000000000000']) {
      const part = { kind: 'document', ids: [id], name: 'x', source: 'edited' }
      const again = await ask('How much is a hotel a night?', {
        query: changed(query, [part as StructuredQuery['parts'][number]]),
      })
      expect(again).toMatchObject({ kind: 'unknown', cited: [] })
    }
  })

  test('is limited to what changed in its days, and to who added it', async () => {
    const { query } = await ask('How much is a hotel a night?')
    const within = (from: string | null, to: string | null) =>
      ({ kind: 'time', role: 'from', from, to, source: 'edited' }) as const
    const by = (id: UserId): QueryPart => ({ kind: 'person', role: 'from', ids: [id], name: 'x', source: 'edited' })
    const asked = (parts: StructuredQuery['parts']) =>
      ask('How much is a hotel a night?', { query: changed(query, parts) })
    expect((await asked([within('2000-01-01', null)])).kind).toBe('answer')
    expect((await asked([within(null, '2000-01-01')])).kind).toBe('unknown')
    expect((await asked([by(parley.owner.user.id)])).kind).toBe('answer')
    expect((await asked([by(wei.user.id)])).kind).toBe('unknown')
  })

  test('does nothing but look for an answer, whatever its words would set going', async () => {
    const text = '我需要订购一本《人工智能基础》的书'
    const query = { text, language: 'zh', type: 'other', answerType: 'other', parts: [] } as const
    const { kind, tasks } = await ask(text, { query: { ...query, parts: [] } })
    expect({ kind, tasks }).toEqual({ kind: 'unknown', tasks: [] })
  })

  test('is refused where it is none', async () => {
    const query = { text: 'x', language: 'en', type: 'never', answerType: 'other', parts: [] }
    await expect(ask('x', { query: query as unknown as StructuredQuery })).rejects.toMatchObject({ status: 400 })
  })
})

describe('a follow-up', () => {
  test('keeps the source and says that it was carried over', async () => {
    const say = async (text: string, conversationId?: string) =>
      wei.http.command('assistant.ask', { text, ...(conversationId && { conversationId: conversationId as never }) })
    const first = await say('差旅制度里住宿标准是多少？')
    const { reply } = await say('那餐费标准呢？', first.conversationId)
    expect(reply).toMatchObject({ kind: 'answer', text: expect.stringContaining('一百元') })
    expect(reply.query).toMatchObject({
      text: '差旅制度里餐费标准是多少？',
      parts: [{ kind: 'document', ids: [ids.差旅制度], source: 'carried' }],
    })
  })
})
