import { FileId, type FileInfo } from '@parley/protocol'
import { expect, it, vi } from 'vitest'
import { AttachmentKeeper, type DraftFiles } from './attachment-keeper'

const idOf = (number: number) => FileId.parse(`00000000-0000-7000-8000-00000000000${number}`)
const [first, second, third] = [idOf(1), idOf(2), idOf(3)]

/** A draft on the server, and the pages that show it; the server's own tests are with it. */
function createDraft() {
  let fileIds: FileId[] = []
  let isReached = true
  const sent = new Set<FileId>()
  const pages: Page[] = []
  const server: DraftFiles = {
    find: async (id) => (sent.has(id) ? null : ({ id } as FileInfo)),
    change: async (added, removed) => {
      if (!isReached) throw new Error('no connection')
      fileIds = [...fileIds, ...added].filter((id) => !removed.includes(id))
      for (const page of pages) page.keeper.hear(fileIds)
    },
  }
  const open = () => {
    const page = createPage(server)
    page.keeper.hear(fileIds)
    pages.push(page)
    return page
  }
  return { open, held: () => fileIds, sent, reach: (isThere: boolean) => (isReached = isThere) }
}

type Page = ReturnType<typeof createPage>

function createPage(server: DraftFiles) {
  let shown: FileId[] = []
  const keeper: AttachmentKeeper = new AttachmentKeeper(
    {
      readyIds: () => shown,
      bringBack: ({ id }) => put([id, ...shown]),
      letGo: (gone) => put(shown.filter((id) => !gone.includes(id))),
    },
    server,
  )
  const put = (next: FileId[]) => {
    if (next.length === shown.length) return
    shown = next
    void keeper.tell()
  }
  return {
    keeper,
    shown: () => [...shown].sort(),
    attach: (id: FileId) => put([...shown, id]),
    takeAway: (id: FileId) => put(shown.filter((it) => it !== id)),
  }
}

it('brings what was attached to another page and back after a reload, once', async () => {
  const draft = createDraft()
  const page = draft.open()
  page.attach(first)
  await vi.waitFor(() => expect(draft.held()).toEqual([first]))
  const other = draft.open()
  await vi.waitFor(() => expect(other.shown()).toEqual([first]))
  other.attach(second)
  await vi.waitFor(() => expect(page.shown()).toEqual([first, second]))
  expect(draft.held()).toEqual([first, second])
})

it('loses nothing and doubles nothing where two pages attach at the same time', async () => {
  const draft = createDraft()
  const [page, other] = [draft.open(), draft.open()]
  page.attach(first)
  other.attach(second)
  page.attach(third)
  for (const { shown } of [page, other]) await vi.waitFor(() => expect(shown()).toEqual([first, second, third]))
  expect([...draft.held()].sort()).toEqual([first, second, third])
})

it('takes away on every page what one of them has sent or removed', async () => {
  const draft = createDraft()
  const [page, other] = [draft.open(), draft.open()]
  page.attach(first)
  await vi.waitFor(() => expect(other.shown()).toEqual([first]))
  other.takeAway(first)
  await vi.waitFor(() => expect(page.shown()).toEqual([]))
  expect(draft.held()).toEqual([])
})

it('does not bring back what was sent without the draft being told, and tells it', async () => {
  const draft = createDraft()
  draft.open().attach(first)
  draft.open().attach(second)
  await vi.waitFor(() => expect(draft.held()).toHaveLength(2))
  draft.sent.add(first)
  const other = draft.open()
  await vi.waitFor(() => expect(other.shown()).toEqual([second]))
  await vi.waitFor(() => expect(draft.held()).toEqual([second]))
})

it('tells with the next change what it could not tell without a connection', async () => {
  const draft = createDraft()
  const page = draft.open()
  draft.reach(false)
  page.attach(first)
  draft.reach(true)
  page.attach(second)
  await vi.waitFor(() => expect(draft.held()).toEqual([first, second]))
})
