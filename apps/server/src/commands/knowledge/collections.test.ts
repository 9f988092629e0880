import type { CollectionId, DocumentId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
let ann: TestPerson
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  ann = await parley.addPerson('Ann')
})
afterAll(() => parley[Symbol.asyncDispose]())

const create = async (name: string, readers: readonly TestPerson[] | null, owner?: TestPerson) => {
  const readerIds = readers?.map(({ user }) => user.id) ?? null
  const body = { name, readerIds, ...(owner && { ownerId: owner.user.id }) }
  return (await parley.owner.http.command('knowledge.createCollection', body)).collection
}
const add = async ({ http }: TestPerson, text: string, collectionId: CollectionId): Promise<DocumentId> =>
  (await http.command('knowledge.addDocument', { title: 'Note', text, collectionId })).document.id
const finds = async ({ http }: TestPerson, question: string, documentId: DocumentId) =>
  (await http.command('assistant.ask', { text: question })).reply.citations.some((one) => one.documentId === documentId)
const names = async ({ http }: TestPerson) =>
  (await http.query('knowledge.list', {})).collections.map(({ name }) => name)

describe('a collection', () => {
  it('is changed by who looks after it: readers that come and go find its documents and do not', async () => {
    const { id: collectionId } = await create('Payroll', [wei], wei)
    const documentId = await add(wei, 'Salaries are paid on the ninth of each month.', collectionId)
    const question = 'On which day of the month are salaries paid?'
    expect(await finds(ann, question, documentId)).toBe(false)
    const update = (readerIds: TestPerson[]) =>
      wei.http.command('knowledge.updateCollection', { collectionId, readerIds: readerIds.map(({ user }) => user.id) })
    expect((await update([wei, ann])).collection.readerIds).toHaveLength(2)
    expect(await finds(ann, question, documentId)).toBe(true)
    await update([wei])
    expect(await finds(ann, question, documentId)).toBe(false)
    expect(await finds(wei, question, documentId)).toBe(true)
  })

  it('does not exist for those who may not read it, and is not changed by those who only read it', async () => {
    const { id: collectionId } = await create('Board', [wei, ann], wei)
    const rename = ({ http }: TestPerson) =>
      http.command('knowledge.updateCollection', { collectionId, name: 'Council' })
    await expect(rename(parley.owner)).rejects.toMatchObject({ code: 'not_found' })
    await expect(rename(ann)).rejects.toMatchObject({ code: 'forbidden' })
    await rename(wei)
    expect([await names(ann), await names(parley.owner)]).toEqual([
      expect.arrayContaining(['Council']),
      expect.not.arrayContaining(['Council']),
    ])
  })

  it('is looked after by one of its readers', async () => {
    await expect(create('Odd', [ann], wei)).rejects.toMatchObject({ code: 'owner_not_reader' })
    const { id: collectionId } = await create('Even', [wei], wei)
    const change = { collectionId, readerIds: [ann.user.id] }
    await expect(wei.http.command('knowledge.updateCollection', change)).rejects.toMatchObject({
      code: 'owner_not_reader',
    })
  })

  it('goes when it is empty, and not before', async () => {
    const { id: collectionId } = await create('Drafts', null)
    const documentId = await add(parley.owner, 'A draft about chairs.', collectionId)
    const remove = () => parley.owner.http.command('knowledge.removeCollection', { collectionId })
    await expect(remove()).rejects.toMatchObject({ code: 'collection_in_use' })
    await parley.owner.http.command('knowledge.removeDocument', { documentId })
    await remove()
    expect(await names(ann)).not.toContain('Drafts')
  })
})

describe('a document that is moved', () => {
  it('is found by the readers of where it went, and by nobody else', async () => {
    const { id: open } = await create('Everybody', null)
    const { id: closed } = await create('Few', [wei], wei)
    const documentId = await add(wei, 'The spare server stands in the cellar of Oslo.', open)
    const question = 'Where does the spare server stand?'
    expect(await finds(ann, question, documentId)).toBe(true)
    await wei.http.command('knowledge.moveDocument', { documentId, collectionId: closed })
    expect([await finds(ann, question, documentId), await finds(wei, question, documentId)]).toEqual([false, true])
    await expect(ann.http.query('knowledge.document', { documentId })).rejects.toMatchObject({ code: 'not_found' })
    // Closing is seen to by the database as well; that it is open again, the index must know.
    await wei.http.command('knowledge.moveDocument', { documentId, collectionId: open })
    expect(await finds(ann, question, documentId)).toBe(true)
  })

  it('is moved by those who may change it, to where they may read', async () => {
    const { id: open } = await create('Commons', null)
    const { id: closed } = await create('Anns own', [ann], ann)
    const documentId = await add(wei, 'The gong stands by the door.', open)
    const move = ({ http }: TestPerson, collectionId: CollectionId) =>
      http.command('knowledge.moveDocument', { documentId, collectionId })
    await expect(move(wei, closed)).rejects.toMatchObject({ code: 'not_found', parameters: { kind: 'collection' } })
    await expect(move(ann, closed)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
