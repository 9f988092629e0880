import { Worker } from 'node:worker_threads'
import type { Answer } from '@parley/knowledge'
import { startTestParley, type TestParley } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Library } from './library'
import { LibraryLostError } from './library-thread'
import { storedUnitVectors } from './stored-unit-vectors'

let parley: TestParley
let collectionId: string
beforeAll(async () => {
  parley = await startTestParley()
  const { collections } = await parley.owner.http.query('knowledge.list', {})
  collectionId = collections[0]?.id ?? ''
})
afterAll(() => parley[Symbol.asyncDispose]())

const library = () => parley.server.services.library
const ask = (question: string, collectionIds = [collectionId]) =>
  library().answer({ question, language: 'en', collectionIds })
const cited = (answer: Answer) => answer.citations.map(({ title }) => title)

async function add(title: string, text: string): Promise<string> {
  const { document } = await parley.owner.http.command('knowledge.addDocument', {
    title,
    text,
    mimeType: 'text/markdown',
  })
  return document.id
}

/** Ends the thread as a fault in it would. */
async function endThread(): Promise<void> {
  const worker: unknown = Reflect.get(Reflect.get(library(), 'thread'), 'worker')
  if (!(worker instanceof Worker)) throw new Error('there is no thread to end')
  await worker.terminate()
}

describe('the library', () => {
  test('answers from what it was given, and from nothing outside the collections that it may use', async () => {
    await add('Parking', 'Visitors may park in zone seven of the garage.')
    expect(cited(await ask('Where may visitors park?'))).toContain('Parking')
    expect(await ask('Where may visitors park?', [])).toMatchObject({ kind: 'unknown', citations: [] })
  })

  test('a removed document is cited by no answer from then on', async () => {
    const documentId = await add('Canteen', 'The canteen serves lunch from eleven to two.')
    expect(cited(await ask('When does the canteen serve lunch?'))).toContain('Canteen')
    await parley.owner.http.command('knowledge.removeDocument', { documentId })
    expect(cited(await ask('When does the canteen serve lunch?'))).not.toContain('Canteen')
  })

  test('the vectors of a passage and its units are read in parts, and of a document that is gone none', async () => {
    const { rows } = parley.server.services.store
    const documentId = await add('Laundry', 'The laundry is collected on Mondays.')
    const vectors = Buffer.from([10, 11, 20, 21, 30, 31, 40, 41, 50, 51])
    await rows.updateTable('documents').set({ index_vectors: vectors }).where('id', '=', documentId).execute()
    const place = { passage: 1, firstUnit: 2, unitCount: 3, stride: 2 }
    const gone = { ...place, documentId: '00000000-0000-7000-8000-000000000000' }
    const [stored, missing] = await storedUnitVectors(rows).read([{ ...place, documentId }, gone])
    expect(stored).toEqual({ passage: vectors.subarray(2, 4), units: vectors.subarray(4) })
    expect(missing).toBeUndefined()
    await library().remove(documentId)
  })

  test('does not give out what is gone from the database, even while the thread still finds it', async () => {
    const documentId = await add('Sauna', 'The sauna opens at six on Thursdays.')
    expect(cited(await ask('When does the sauna open?'))).toContain('Sauna')
    await parley.server.services.store.rows.deleteFrom('documents').where('id', '=', documentId).execute()
    expect(cited(await ask('When does the sauna open?'))).toEqual([])
    await library().remove(documentId)
  })

  test('a thread that ends is replaced by one that knows what is stored; who asks meanwhile waits', async () => {
    await add('Bicycles', 'Bicycles stand in the yard behind the main building.')
    await endThread()
    expect(cited(await ask('Where do bicycles stand?'))).toContain('Bicycles')
  })

  test('what was under way when the thread ended is done once, by the next one', async () => {
    const adding = add('Lockers', 'Lockers are emptied on the last Friday of June.')
    const asking = ask('When are lockers emptied?')
    await endThread()
    await Promise.all([adding, asking])
    expect(cited(await ask('When are lockers emptied?'))).toContain('Lockers')
    const { documents } = await parley.owner.http.query('knowledge.list', {})
    expect(documents.filter(({ title }) => title === 'Lockers')).toHaveLength(1)
  })

  test('is filled from the database when the server starts again', async () => {
    await add('Keys', 'Spare keys hang in the cabinet of the caretaker.')
    await parley.restart()
    expect(cited(await ask('Where do spare keys hang?'))).toContain('Keys')
  })
})

describe('a library that is away', () => {
  const rows = () => parley.server.services.store.rows

  test('answers that nothing is known now, instead of failing', async () => {
    const lost = new Library({ call: () => Promise.reject(new LibraryLostError('ended twice')) }, rows())
    const question = { question: 'Where?', language: 'en' as const, collectionIds: [collectionId] }
    expect(await lost.answer(question)).toMatchObject({ kind: 'unknown', reasons: ['library-away'] })
  })

  test('is waited for with patience, not for ever', async () => {
    const silent = new Library({ call: () => new Promise(() => undefined) }, rows(), 1)
    const question = { question: 'Where?', language: 'en' as const, collectionIds: [collectionId] }
    expect(await silent.answer(question)).toMatchObject({ kind: 'unknown', reasons: ['library-away'] })
  })
})
