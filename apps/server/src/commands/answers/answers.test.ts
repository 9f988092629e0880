import type { CollectionId, CuratedAnswerId, DocumentId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const DAY_MS = 24 * 60 * 60 * 1000
let parley: TestParley
let wei: TestPerson
let ann: TestPerson
let now = Date.now()
beforeAll(async () => {
  parley = await startTestParley({ logLevel: 'error', now: () => new Date(now) })
  wei = await parley.addPerson('王伟')
  ann = await parley.addPerson('Ann')
})
afterAll(() => parley[Symbol.asyncDispose]())

const inDays = (days: number) => new Date(now + days * DAY_MS).toISOString()
const collectionOf = async (owner: TestPerson, readers: readonly TestPerson[] | null) =>
  (
    await parley.owner.http.command('knowledge.createCollection', {
      name: `Facts ${Math.random()}`,
      readerIds: readers?.map(({ user }) => user.id) ?? null,
      ownerId: owner.user.id,
    })
  ).collection.id
const save = async (
  { http }: TestPerson,
  collectionId: CollectionId,
  phrasings: string[],
  en: string,
  more: { zh?: string; answerId?: CuratedAnswerId; expiresAt?: string } = {},
) => {
  const { zh = null, ...others } = more
  return (await http.command('answers.save', { collectionId, phrasings, texts: { zh, en }, ...others })).answer
}
const ask = async ({ http }: TestPerson, text: string) => (await http.command('assistant.ask', { text })).reply

describe('a curated answer', () => {
  it('is given first, with who confirmed it and when, in the asker’s language where it is written in it', async () => {
    const collectionId = await collectionOf(wei, null)
    const phrasings = ['Where do I park a bicycle?', '自行车停在哪里？']
    const { id } = await save(wei, collectionId, phrasings, 'In the yard behind the house.', { zh: '楼后的院子里。' })
    const reply = await ask(ann, 'where do I park a bicycle')
    expect(reply).toMatchObject({
      kind: 'answer',
      text: 'In the yard behind the house.',
      confirmed: { answerId: id, by: wei.user.id, at: new Date(now).toISOString() },
    })
    expect(reply.reasons).toMatchObject([{ key: 'confirmed', values: { name: '王伟' } }])
    expect((await ask(ann, '自行车停在哪里')).text).toBe('楼后的院子里。')
  })

  it('stands on the message’s card, too', async () => {
    const { channel } = await wei.http.command('channels.openDirect', { userIds: [parley.assistant.id] })
    const body = { channelId: channel.id, text: 'Where do I park a bicycle?', clientMessageId: 'bicycle' }
    await wei.http.command('messages.send', body)
    const cards = async () =>
      (await wei.http.query('messages.list', { channelId: channel.id })).messages.flatMap(({ card }) => card ?? [])
    await until(async () => (await cards()).length > 0, 'the assistant has answered')
    expect(await cards()).toMatchObject([{ kind: 'answer', confirmed: { by: wei.user.id } }])
  })

  it('is not given where the question asks for something near it', async () => {
    const collectionId = await collectionOf(wei, null)
    await save(wei, collectionId, ['When does the gym open?'], 'At seven.')
    expect((await ask(ann, 'When does the gym open?')).text).toBe('At seven.')
    expect((await ask(ann, 'When does the gym close?')).confirmed).toBeUndefined()
  })

  it('is for those who read its collection, and for no channel in which one may not', async () => {
    const collectionId = await collectionOf(wei, [wei])
    await save(wei, collectionId, ['What is the code name of the new product?'], 'Lighthouse.')
    const question = 'What is the code name of the new product?'
    expect((await ask(wei, question)).text).toBe('Lighthouse.')
    expect((await ask(ann, question)).confirmed).toBeUndefined()
    const matches = async ({ http }: TestPerson) => (await http.query('answers.try', { question })).matches
    expect((await matches(wei))[0]).toMatchObject({ isSame: true, likeness: 1 })
    expect(JSON.stringify(await matches(ann))).not.toContain('code name')
    const listed = JSON.stringify((await ann.http.query('answers.list', {})).answers)
    expect(listed).not.toContain('Lighthouse')
    const channel = await parley.createChannel('launch', [wei, ann], { kind: 'private', withAssistant: true })
    await wei.http.command('messages.send', {
      channelId: channel.id,
      text: `@Parley ${question}`,
      clientMessageId: 'x',
    })
    await parley.settle()
    expect(JSON.stringify(await wei.http.query('messages.list', { channelId: channel.id }))).not.toContain('Lighthouse')
  })

  it('is written by who looks after the collection, and changed by its owner', async () => {
    const collectionId = await collectionOf(wei, null)
    await expect(save(ann, collectionId, ['Who waters the plants?'], 'I do.')).rejects.toMatchObject({
      code: 'forbidden',
    })
    const { id } = await save(wei, collectionId, ['Who waters the plants?'], 'Li Na.')
    await expect(ann.http.command('answers.remove', { answerId: id })).rejects.toMatchObject({ code: 'forbidden' })
    const handed = { answerId: id, phrasings: ['Who waters the plants?'], texts: { en: 'Li Na.', zh: null } }
    await wei.http.command('answers.save', { ...handed, ownerId: ann.user.id })
    await save(ann, collectionId, ['Who waters the plants?'], 'Ann.', { answerId: id })
    expect(await ask(wei, 'Who waters the plants?')).toMatchObject({ text: 'Ann.', confirmed: { by: ann.user.id } })
    const { writableCollectionIds } = await ann.http.query('answers.list', {})
    expect(writableCollectionIds).not.toContain(collectionId)
  })

  it('is given no more once it is removed, and keeps its collection from being removed', async () => {
    const collectionId = await collectionOf(wei, null)
    const { id } = await save(wei, collectionId, ['How thick is the fire door?'], 'Five centimetres.')
    await expect(wei.http.command('knowledge.removeCollection', { collectionId })).rejects.toMatchObject({
      code: 'collection_in_use',
    })
    await wei.http.command('answers.remove', { answerId: id })
    expect((await ask(ann, 'How thick is the fire door?')).confirmed).toBeUndefined()
    await wei.http.command('knowledge.removeCollection', { collectionId })
  })

  it('is found among many wordings, best first, once an answer', async () => {
    const collectionId = await collectionOf(wei, null)
    for (const floor of ['first', 'second', 'third']) {
      const phrasings = Array.from({ length: 30 }, (_, at) => `Who keeps shelf ${at + 1} of the ${floor} archive?`)
      await save(wei, collectionId, phrasings, `The ${floor} archivist.`)
    }
    const { matches } = await ann.http.query('answers.try', { question: 'Who keeps shelf 7 of the third archive?' })
    expect(matches[0]).toMatchObject({
      ...{ phrasing: 'Who keeps shelf 7 of the third archive?', likeness: 1, isSame: true },
      texts: { en: 'The third archivist.', zh: null },
    })
    expect(new Set(matches.map(({ answerId }) => answerId)).size).toBe(matches.length)
  })

  it('expires, of which its owner is told, until it is confirmed again', async () => {
    const collectionId = await collectionOf(wei, null)
    const question = 'Which form is for a parental allowance?'
    const { id } = await save(wei, collectionId, [question], 'Form 12.', { expiresAt: inDays(5) })
    expect((await ask(ann, question)).text).toBe('Form 12.')
    now += 6 * DAY_MS
    expect((await ask(ann, question)).confirmed).toBeUndefined()
    await parley.server.doPlanned()
    const { channel } = await wei.http.command('channels.openDirect', { userIds: [parley.assistant.id] })
    const { messages } = await wei.http.query('messages.list', { channelId: channel.id })
    expect(messages.some(({ text }) => text.includes(question))).toBe(true)
    await wei.http.command('answers.confirm', { answerId: id, expiresAt: inDays(5) })
    expect(await ask(ann, question)).toMatchObject({ text: 'Form 12.', confirmed: { at: new Date(now).toISOString() } })
    await expect(wei.http.command('answers.confirm', { answerId: id, expiresAt: inDays(-1) })).rejects.toMatchObject({
      code: 'time_out_of_range',
    })
  })

  it('cites what it rests on as long as that stands there, and says when it has changed', async () => {
    const collectionId = await collectionOf(wei, null)
    const add = (text: string, documentId?: DocumentId) =>
      wei.http.command('knowledge.addDocument', {
        title: 'Lift',
        text,
        collectionId,
        ...(documentId && { documentId }),
      })
    const { document } = await add('The lift carries nine people.')
    const quote = 'The lift carries nine people.'
    const source = { documentId: document.id, quote, start: 0, end: quote.length }
    const body = { collectionId, phrasings: ['How many people fit into the lift?'], texts: { en: 'Nine.', zh: null } }
    const { answer } = await wei.http.command('answers.save', { ...body, sources: [source] })
    expect(answer).toMatchObject({ isOutdated: false, sources: [{ title: 'Lift', version: 1 }] })
    expect((await ask(ann, body.phrasings[0]!)).citations).toMatchObject([{ quote, documentId: document.id }])
    await expect(
      wei.http.command('answers.save', { ...body, sources: [{ ...source, quote: 'The lift carries two.' }] }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await add('The lift carries eight people.', document.id)
    const [listed] = (await wei.http.query('answers.list', {})).answers.filter(({ id }) => id === answer.id)
    expect(listed?.isOutdated).toBe(true)
    expect(await ask(ann, body.phrasings[0]!)).toMatchObject({ text: 'Nine.', citations: [] })
    await wei.http.command('answers.confirm', { answerId: answer.id, expiresAt: null })
    expect((await wei.http.query('answers.list', {})).answers.find(({ id }) => id === answer.id)).toMatchObject({
      isOutdated: false,
      sources: [],
    })
  })

  it('keeps the sources that its editor cannot see', async () => {
    const collectionId = await collectionOf(wei, null)
    const text = 'The vault holds twelve ledgers.'
    const hidden = await collectionOf(wei, [wei])
    const add = async (title: string, place: CollectionId) =>
      (await wei.http.command('knowledge.addDocument', { title, text, collectionId: place })).document.id
    const [secret, open] = [await add('Vault, restricted', hidden), await add('Vault', collectionId)]
    const sourceOf = (documentId: DocumentId) => ({ documentId, quote: text, start: 0, end: text.length })
    const body = { phrasings: ['How many ledgers does the vault hold?'], texts: { en: 'Twelve.', zh: null } }
    const { answer } = await wei.http.command('answers.save', {
      ...{ ...body, collectionId, ownerId: ann.user.id, sources: [sourceOf(secret), sourceOf(open)] },
    })
    const changed = { ...body, answerId: answer.id, texts: { en: 'A dozen.', zh: null } }
    const seen = (await ann.http.command('answers.save', { ...changed, sources: [sourceOf(open)] })).answer
    expect(seen.sources.map(({ documentId }) => documentId)).toEqual([open])
    const titles = async () =>
      (await wei.http.query('answers.list', {})).answers
        .find(({ id }) => id === answer.id)
        ?.sources.map(({ title }) => title)
    expect(await titles()).toEqual(['Vault', 'Vault, restricted'])
    await wei.http.command('answers.save', { ...changed, sources: [] })
    expect(await titles()).toEqual([])
  })

  it('is listed by pages, newest first, each once', async () => {
    const collectionId = await collectionOf(wei, null)
    const ids: string[] = []
    for (const name of ['red', 'green', 'blue', 'white', 'black'])
      ids.unshift((await save(wei, collectionId, [`Who holds the ${name} key?`], `The ${name} team.`)).id)
    const first = await ann.http.query('answers.list', { limit: 2 })
    const second = await ann.http.query('answers.list', { limit: 2, before: first.answers[1]!.id })
    const third = await ann.http.query('answers.list', { limit: 100, before: second.answers[1]!.id })
    const all = [first, second, third].flatMap(({ answers }) => answers.map(({ id }) => id))
    expect(all.slice(0, 5)).toEqual(ids)
    expect(new Set(all).size).toBe(all.length)
    expect([first, second, third].map(({ hasMore }) => hasMore)).toEqual([true, true, false])
  })

  it('keeps no word of a document that was removed, and says that something is missing', async () => {
    const collectionId = await collectionOf(wei, null)
    const text = 'The cellar holds forty bicycles.'
    const add = (title: string) => wei.http.command('knowledge.addDocument', { title, text, collectionId })
    const [gone, kept] = [(await add('Cellar')).document, (await add('Bicycles')).document]
    const sources = [gone, kept].map(({ id: documentId }) => ({ documentId, quote: text, start: 0, end: text.length }))
    const body = {
      collectionId,
      phrasings: ['How many bicycles fit into the cellar?'],
      texts: { en: 'Forty.', zh: null },
    }
    const { answer } = await wei.http.command('answers.save', { ...body, sources })
    await wei.http.command('knowledge.removeDocument', { documentId: gone.id })
    const { rows } = parley.server.services.store
    const row = await rows.selectFrom('curated_answers').selectAll().where('id', '=', answer.id).executeTakeFirst()
    expect(row?.sources).toMatchObject([
      { quote: '', title: '' },
      { quote: text, title: 'Bicycles' },
    ])
    const listed = (await wei.http.query('answers.list', {})).answers.find(({ id }) => id === answer.id)
    expect(listed).toMatchObject({ isOutdated: true, sources: [{ title: 'Bicycles' }] })
  })
})
