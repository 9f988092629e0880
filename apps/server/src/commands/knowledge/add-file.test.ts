import { readFile } from 'node:fs/promises'
import { startTestParley, type TestParley } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
beforeAll(async () => {
  parley = await startTestParley()
})
afterAll(() => parley[Symbol.asyncDispose]())

const fixtures = new URL('../../../../../packages/knowledge/testing/fixtures/', import.meta.url)

async function upload(name: string, fileName = name) {
  const file = new Blob([new Uint8Array(await readFile(new URL(name, fixtures)))])
  return (await parley.owner.http.uploadDocument({ file, fileName })).document
}
const uploadBytes = (bytes: Uint8Array<ArrayBuffer>, fileName: string) =>
  parley.owner.http.uploadDocument({ file: new Blob([bytes]), fileName })
const ask = async (text: string) => (await parley.owner.http.command('assistant.ask', { text })).reply
const titles = async () => (await parley.owner.http.query('knowledge.list', {})).documents.map(({ title }) => title)

describe('a file', () => {
  it('is answered from with the page of the quotation, which stands there in the document', async () => {
    const added = await upload('travel-policy.pdf')
    expect(added).toMatchObject({ title: 'travel-policy', mimeType: 'application/pdf', language: 'en' })
    const { citations } = await ask('What is the hotel limit per night in Shanghai?')
    expect(citations[0]).toMatchObject({ documentId: added.id, place: { kind: 'page', number: 2 } })
    const { plainText, places } = await parley.owner.http.query('knowledge.document', { documentId: added.id })
    expect(plainText.slice(citations[0]?.start, citations[0]?.end)).toBe(citations[0]?.quote)
    expect(places.map(({ kind, number }) => `${kind} ${number}`)).toEqual(['page 1', 'page 2', 'page 3'])
  })

  it.each([
    ['travel-zh-cid.pdf', '去成都出差住宿每晚上限是多少？', { kind: 'page', number: 1 }],
    ['release.pptx', '发布的测试环节负责人是谁？', { kind: 'slide', number: 2 }],
    ['approvals.xlsx', 'What is the rate of the region South?', { kind: 'sheet', number: 2, name: 'Rates' }],
  ])('of another kind is cited by its place too: %s', async (name, question, place) => {
    const { id } = await upload(name)
    expect((await ask(question)).citations[0]).toMatchObject({ documentId: id, place })
  })

  it('is read from what was kept of it when the library is filled anew with another version of the index', async () => {
    const { id } = await upload('onboarding.docx')
    const { store, library } = parley.server.services
    await store.rows.updateTable('documents').set({ index_segment: null }).where('id', '=', id).execute()
    await Reflect.get(Reflect.get(library, 'thread'), 'worker').terminate()
    const { citations } = await ask('Who orders the phone for a new colleague?')
    expect(citations[0]).toMatchObject({ documentId: id })
  })
})

describe('a file that cannot be read', () => {
  it.each([
    ['encrypted.pdf', 'document_encrypted'],
    ['scanned.pdf', 'document_without_text'],
  ])('is refused with a reason of its own, and nothing of it is kept: %s', async (name, code) => {
    const before = await titles()
    await expect(upload(name)).rejects.toMatchObject({ code, status: 422 })
    expect(await titles()).toEqual(before)
  })

  it('is known by its bytes, not by its name', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1)
    await expect(uploadBytes(png, 'plan.pdf')).rejects.toMatchObject({ code: 'unreadable_document' })
    await expect(uploadBytes(new Uint8Array(), 'plan.pdf')).rejects.toMatchObject({ code: 'document_empty' })
    expect((await upload('approvals.xlsx', 'plan.pdf')).mimeType).toContain('spreadsheetml')
  })
})
