import type { SourceId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
let sourceId: SourceId

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  const { source } = await parley.owner.http.command('sources.add', { name: 'Wiki', settings: { kind: 'api' } })
  sourceId = source.id
})
afterAll(() => parley[Symbol.asyncDispose]())

const put = (key: string, text: string, person = parley.owner) =>
  person.http.command('sources.putDocument', { sourceId, key, title: key, text })
const cited = async (text: string) =>
  (await parley.owner.http.command('assistant.ask', { text })).reply.citations.map(({ quote }) => quote).join('\n')

describe('a document under a key of a program', () => {
  it('comes in once, is replaced by the next one of its key, and by the same one is not', async () => {
    const first = await put('tea', 'Tea is served at four in the kitchen.')
    expect(first).toMatchObject({ outcome: 'added', document: { version: 1 } })
    expect(await put('tea', 'Tea is served at four in the kitchen.')).toMatchObject({ outcome: 'unchanged' })
    const second = await put('tea', 'Tea is served at five in the kitchen.')
    expect(second).toMatchObject({ outcome: 'new-version', document: { id: first.document.id, version: 2 } })
    expect(await cited('When is tea served?')).toContain('five')
  })

  it('sent many times at once is one document', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => put('race', `The race begins at ${at}.`)))
    expect(new Set(answers.map(({ document }) => document.id)).size).toBe(1)
    expect(answers.map(({ document }) => document.version).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('is in no answer any more as soon as it is withdrawn, and may come again', async () => {
    await put('cake', 'Cake is eaten on Fridays with the whole team.')
    expect(await cited('When is cake eaten?')).toContain('Fridays')
    await parley.owner.http.command('sources.withdrawDocument', { sourceId, key: 'cake' })
    expect(await cited('When is cake eaten?')).not.toContain('Fridays')
    expect(await put('cake', 'Cake is eaten on Mondays.')).toMatchObject({ outcome: 'added' })
    const again = parley.owner.http.command('sources.withdrawDocument', { sourceId, key: 'never' })
    await expect(again).rejects.toMatchObject({ code: 'not_found' })
  })

  it('that somebody has removed by hand can still be withdrawn, and holds no place', async () => {
    const { document } = await put('lamp', 'The lamp is in the hall.')
    await parley.owner.http.command('knowledge.removeDocument', { documentId: document.id })
    await parley.owner.http.command('sources.withdrawDocument', { sourceId, key: 'lamp' })
    const { items } = await parley.owner.http.query('sources.items', { sourceId })
    expect(items.map(({ key }) => key)).not.toContain('lamp')
  })

  it('is replaced and withdrawn by nobody who may not change it', async () => {
    await put('rent', 'The rent is due on the first.')
    await expect(put('rent', 'There is no rent.', wei)).rejects.toMatchObject({ code: 'forbidden' })
    const withdrawn = wei.http.command('sources.withdrawDocument', { sourceId, key: 'rent' })
    await expect(withdrawn).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('comes with a token that may write knowledge, and with no other', async () => {
    const tokenOf = async (scopes: ('knowledge:write' | 'messages:read')[]) =>
      (await parley.owner.http.command('tokens.create', { name: 'ci', scopes })).token
    const send = (token: string) =>
      fetch(`${parley.url}/api/sources.putDocument`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ sourceId, key: 'ci', title: 'CI', text: 'The build runs at night.' }),
      })
    expect((await send(await tokenOf(['knowledge:write']))).status).toBe(200)
    expect((await send(await tokenOf(['messages:read']))).status).toBe(403)
  })
})

describe('a source for programs', () => {
  it('takes nothing in while it is paused, and gives back what is withdrawn', async () => {
    await put('hat', 'Hats hang in the hall.')
    await parley.owner.http.command('sources.pause', { sourceId })
    await expect(put('scarf', 'Scarves hang in the hall.')).rejects.toMatchObject({ code: 'source_paused' })
    await parley.owner.http.command('sources.withdrawDocument', { sourceId, key: 'hat' })
    await parley.owner.http.command('sources.resume', { sourceId })
    expect(await put('scarf', 'Scarves hang in the hall.')).toMatchObject({ outcome: 'added' })
  })

  it('in a collection that somebody may not read does not exist for them', async () => {
    const { collection } = await parley.owner.http.command('knowledge.createCollection', {
      name: 'Board',
      readerIds: [parley.owner.user.id],
    })
    const { source } = await parley.owner.http.command('sources.add', {
      ...{ name: 'Secret', settings: { kind: 'api' as const }, collectionId: collection.id },
    })
    const hidden = { sourceId: source.id, key: 'x', title: 'x', text: 'x' }
    await expect(wei.http.command('sources.putDocument', hidden)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is added by those who look after its collection, who may then change it', async () => {
    const settings = { kind: 'api' as const }
    await expect(wei.http.command('sources.add', { name: 'x', settings })).rejects.toMatchObject({ code: 'forbidden' })
    const readerIds = [parley.owner.user.id, wei.user.id]
    const { collection } = await parley.owner.http.command('knowledge.createCollection', {
      ...{ name: 'Team', readerIds, ownerId: wei.user.id },
    })
    const { source } = await wei.http.command('sources.add', { name: 'Mine', settings, collectionId: collection.id })
    const renamed = await wei.http.command('sources.update', { sourceId: source.id, name: 'Ours' })
    expect(renamed.source.name).toBe('Ours')
    expect((await wei.http.query('sources.list', {})).sources.map(({ name }) => name)).toEqual(['Ours'])
  })
})
