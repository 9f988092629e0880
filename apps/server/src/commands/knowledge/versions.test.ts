import type { DocumentId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
})
afterAll(() => parley[Symbol.asyncDispose]())

const upload = (person: TestPerson, fileName: string, text: string, documentId?: DocumentId) =>
  person.http.uploadDocument({ file: new Blob([text]), fileName, ...(documentId && { documentId }) })
const cited = async (text: string) =>
  (await wei.http.command('assistant.ask', { text })).reply.citations.map(({ quote }) => quote).join('\n')
const read = (documentId: DocumentId) => wei.http.query('knowledge.document', { documentId })

const guide = (days: string) =>
  `# Parking\n\nThe garage opens at six in the morning and closes at ten at night.\n\n# Bicycles\n\nBicycles may stand in the yard for ${days} days.\n`

describe('a file added again', () => {
  it('is the next version: what stayed is kept, what changed is answered anew, and the old text is gone', async () => {
    const first = await upload(wei, 'parking.md', guide('three'))
    expect(first).toMatchObject({ outcome: 'added', document: { version: 1 } })
    expect(await cited('For how many days may bicycles stand in the yard?')).toContain('three days')
    const second = await upload(wei, 'parking.md', guide('twenty'))
    expect(second).toMatchObject({ outcome: 'new-version', keptPassages: 1, document: { version: 2 } })
    expect(second.document.id).toBe(first.document.id)
    const quotes = await cited('For how many days may bicycles stand in the yard?')
    expect(quotes).toContain('twenty days')
    expect(quotes).not.toContain('three days')
    const { versions } = await read(first.document.id)
    expect(versions.map(({ version, keptPassages }) => [version, keptPassages])).toEqual([
      [2, 1],
      [1, 0],
    ])
  })

  it('twice at the same time is two versions more, and what is answered is the last of them', async () => {
    const { document } = await upload(wei, 'ferry.md', 'The ferry leaves at six.')
    const both = await Promise.all(
      ['seven', 'eight'].map((hour) => upload(wei, 'ferry.md', `The ferry leaves at ${hour}.`)),
    )
    expect(both.map((answer) => answer.document.version).sort()).toEqual([2, 3])
    const { plainText, versions } = await read(document.id)
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1])
    expect(plainText).toContain(both[0]?.document.version === 3 ? 'seven' : 'eight')
    expect(await cited('When does the ferry leave?')).toContain(plainText)
  })

  it('with nothing changed stays as it is', async () => {
    const first = await upload(wei, 'keys.md', 'Keys are kept at the reception.')
    const again = await upload(wei, 'keys.md', 'Keys are kept at the reception.')
    const renamed = await upload(wei, 'keys-copy.md', 'Keys are kept at the reception.')
    for (const answer of [again, renamed]) {
      expect(answer).toMatchObject({ outcome: 'unchanged', document: { id: first.document.id, version: 1 } })
    }
  })

  it('by somebody else is another document, and what it doubles is said', async () => {
    const text = 'Visitors wear a green badge.'
    const { document } = await upload(wei, 'visitors.md', 'Visitors wear a blue badge.')
    expect((await upload(parley.owner, 'visitors.md', text)).document.id).not.toBe(document.id)
    const body = { title: 'Badges', text, mimeType: 'text/markdown' } as const
    const answer = await wei.http.command('knowledge.addDocument', body)
    expect(answer).toMatchObject({ outcome: 'added', duplicateOf: { title: 'visitors' } })
  })
})

describe('a version of a document that is named', () => {
  it('is refused to those who may not change it, and to all once it is gone', async () => {
    const ann = await parley.addPerson('Ann')
    const { document } = await upload(wei, 'lockers.md', 'Lockers are free of charge.')
    await expect(upload(ann, 'x.md', 'Lockers cost ten euros.', document.id)).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect((await upload(parley.owner, 'x.md', 'Lockers cost five euros.', document.id)).document.version).toBe(2)
    // By the name that Wei gave it, Wei finds it again.
    expect(await upload(wei, 'lockers.md', 'Lockers cost two euros.')).toMatchObject({
      outcome: 'new-version',
      document: { id: document.id, version: 3 },
    })
    await wei.http.command('knowledge.removeDocument', { documentId: document.id })
    await expect(upload(wei, 'x.md', 'Lockers are red.', document.id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await cited('What do lockers cost?')).not.toContain('ockers')
  })

  it('that cannot be read leaves the one before as it was', async () => {
    const { document } = await upload(wei, 'sauna.md', 'The sauna is open on Thursdays.')
    await expect(upload(wei, 'x.pdf', '%PDF-1.7 nothing more', document.id)).rejects.toMatchObject({
      code: 'document_broken',
    })
    expect(await cited('When is the sauna open?')).toContain('Thursdays')
    expect((await read(document.id)).document.version).toBe(1)
  })
})
