import type { EphemeralFrame } from '@parley/protocol'
import {
  type EventListener,
  listenToEvents,
  startTestParley,
  type TestParley,
  type TestPerson,
  until,
} from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
})
afterAll(() => parley[Symbol.asyncDispose]())

const listen = ({ token }: TestPerson) => listenToEvents(parley.url, token)
/** What was told without a number. */
const newsIn = ({ events }: EventListener) =>
  (events as readonly (EphemeralFrame | { readonly type: string })[]).flatMap((frame) =>
    frame.type === 'knowledge-changed' && 'what' in frame ? [frame.what] : [],
  )
const add = (title: string, place: object = {}) =>
  parley.owner.http.command('knowledge.addDocument', { title, text: `All about ${title}.`, ...place })

describe('open pages', () => {
  it('hear that documents came in, changed hands and went', async () => {
    using page = await listen(wei)
    const { document } = await add('tea')
    await until(() => newsIn(page).length === 1, 'it is told that a document came in')
    await parley.owner.http.command('knowledge.removeDocument', { documentId: document.id })
    await until(() => newsIn(page).length === 2, 'it is told that it went')
    expect(newsIn(page)).toEqual(['documents', 'documents'])
  })

  it('hear how far a source is, when it rests, and when it is gone', async () => {
    using page = await listen(wei)
    const { http } = parley.owner
    const { source } = await http.command('sources.add', { name: 'Wiki', settings: { kind: 'api' } })
    await until(() => newsIn(page).includes('sources'), 'it is told that there is a source')
    const sourceId = source.id
    const changes = [
      () => http.command('sources.putDocument', { sourceId, key: 'tea', title: 'Tea', text: 'Tea is at four.' }),
      () => http.command('sources.pause', { sourceId }),
      () => http.command('sources.resume', { sourceId }),
      () => http.command('sources.remove', { sourceId }),
    ]
    for (const change of changes) {
      const before = newsIn(page).filter((what) => what === 'sources').length
      await change()
      await until(() => newsIn(page).filter((what) => what === 'sources').length > before, 'it is told of the change')
    }
  })

  it('hear nothing of what their reader may not read', async () => {
    const readerIds = [parley.owner.user.id]
    const { collection } = await parley.owner.http.command('knowledge.createCollection', { name: 'Board', readerIds })
    using page = await listen(wei)
    using own = await listen(parley.owner)
    await add('bonuses', { collectionId: collection.id })
    await until(() => newsIn(own).length > 0, 'its reader is told')
    await add('coffee')
    await until(() => newsIn(page).length > 0, 'everybody is told of what all may read')
    expect(newsIn(page)).toEqual(['documents'])
  })
})
