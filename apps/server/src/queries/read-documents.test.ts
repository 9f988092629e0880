import { randomUUID } from 'node:crypto'
import type { CollectionId, DocumentId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
let ann: TestPerson
let boardId: CollectionId
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  ann = await parley.addPerson('Ann')
  const board = { name: 'Board', readerIds: [wei.user.id] }
  boardId = (await parley.owner.http.command('knowledge.createCollection', board)).collection.id
})
afterAll(() => parley[Symbol.asyncDispose]())

const add = async ({ http }: TestPerson, text: string, collectionId?: CollectionId): Promise<DocumentId> => {
  const body = { title: 'Leave', text, ...(collectionId && { collectionId }) }
  return (await http.command('knowledge.addDocument', body)).document.id
}
const read = ({ http }: TestPerson, documentId: DocumentId) => http.query('knowledge.document', { documentId })
const remove = ({ http }: TestPerson, documentId: DocumentId) =>
  http.command('knowledge.removeDocument', { documentId })
const ask = async ({ http }: TestPerson, text: string) =>
  (await http.command('assistant.ask', { text })).reply.citations.map(({ documentId }) => documentId)

describe('knowledge.document', () => {
  it('answers the plain text that citations point into', async () => {
    const documentId = await add(ann, '# Leave\n\nEverybody has **28 days** of annual leave.')
    const { document, plainText } = await read(wei, documentId)
    expect(document).toMatchObject({ id: documentId, title: 'Leave', language: 'en', mimeType: 'text/markdown' })
    const { reply } = await wei.http.command('assistant.ask', { text: 'How many days of annual leave do I have?' })
    const [citation] = reply.citations
    expect(plainText.slice(citation?.start, citation?.end)).toBe(citation?.quote)
    expect(citation?.quote).toContain('28 days')
  })

  it('is for readers of its collection: to others, administrators too, it does not exist', async () => {
    const documentId = await add(wei, 'The board meets in March.', boardId)
    expect((await read(wei, documentId)).plainText).toContain('March')
    const unknown = { code: 'not_found', parameters: { kind: 'document', id: documentId } }
    for (const person of [ann, parley.owner]) await expect(read(person, documentId)).rejects.toMatchObject(unknown)
    await expect(read(wei, randomUUID() as DocumentId)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('lists the same as it shows', async () => {
    const documentId = await add(wei, 'The board is paid in shells.', boardId)
    const listFor = async ({ http }: TestPerson) => {
      const { documents, collections } = await http.query('knowledge.list', {})
      return [documents.some(({ id }) => id === documentId), collections.some(({ id }) => id === boardId)]
    }
    expect(await listFor(wei)).toEqual([true, true])
    expect(await listFor(ann)).toEqual([false, false])
  })
})

describe('knowledge.removeDocument', () => {
  it('takes a document out of the list, out of reading and out of answers at once', async () => {
    const question = 'Where is the spare key of the boathouse?'
    const documentId = await add(ann, 'The spare key of the boathouse hangs behind the clock.')
    expect(await ask(wei, question)).toContain(documentId)
    await remove(ann, documentId)
    expect(await ask(wei, question)).not.toContain(documentId)
    await expect(read(ann, documentId)).rejects.toMatchObject({ code: 'not_found' })
    const { documents } = await ann.http.query('knowledge.list', {})
    expect(documents.map(({ id }) => id)).not.toContain(documentId)
    await expect(remove(ann, documentId)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is for whoever added it, and for administrators', async () => {
    const [first, second] = [await add(ann, 'One.'), await add(ann, 'Two.')]
    await expect(remove(wei, first)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await read(wei, first)).plainText).toContain('One')
    await remove(parley.owner, first)
    await remove(ann, second)
  })

  it('does not even tell an administrator of a document that they may not read', async () => {
    const documentId = await add(wei, 'The board keeps this.', boardId)
    await expect(remove(parley.owner, documentId)).rejects.toMatchObject({ code: 'not_found' })
    expect((await read(wei, documentId)).plainText).toContain('keeps')
  })
})
