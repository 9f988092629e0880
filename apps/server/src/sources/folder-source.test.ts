import { existsSync } from 'node:fs'
import { appendFile, mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { DocumentSource, SourceId } from '@parley/protocol'
import { startTestParley, type TestParley, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'parley-folder-'))
  parley = await startTestParley({ sourceDirectories: [root] })
})
afterAll(async () => {
  await parley[Symbol.asyncDispose]()
  await rm(root, { recursive: true, force: true })
})

/** As if it had been written a while ago. */
async function write(file: string, text: string | Uint8Array): Promise<void> {
  const target = join(root, file)
  await mkdir(dirname(target), { recursive: true })
  const half = join(root, '.half')
  await writeFile(half, text)
  await utimes(half, new Date(), new Date(Date.now() - 60_000 - writes++))
  await rename(half, target)
}
let writes = 0

async function addFolder(directory: string, patterns: string[] = []): Promise<DocumentSource> {
  const settings = { kind: 'folder' as const, directory: join(root, directory), patterns }
  const { source } = await parley.owner.http.command('sources.add', { name: directory, settings })
  return lookedAt(source.id)
}

async function sourceNow(id: SourceId): Promise<DocumentSource> {
  const { sources } = await parley.owner.http.query('sources.list', {})
  const found = sources.find((source) => source.id === id)
  if (!found) throw new Error('the source is gone')
  return found
}

async function lookedAt(id: SourceId): Promise<DocumentSource> {
  await parley.server.sourcesSettled()
  return sourceNow(id)
}

const look = async (sourceId: SourceId, more: { removesAll?: boolean } = {}) => {
  await parley.owner.http.command('sources.run', { sourceId, ...more })
  return lookedAt(sourceId)
}
const items = async (sourceId: SourceId) => (await parley.owner.http.query('sources.items', { sourceId })).items
const cited = async (text: string) =>
  (await parley.owner.http.command('assistant.ask', { text })).reply.citations.map(({ quote }) => quote).join('\n')

it('a source that is interrupted by a restart goes on and takes in nothing twice', async () => {
  for (let at = 0; at < 40; at++) await write(`many/${at}.md`, `Document ${at} of many.`)
  const settings = { kind: 'folder' as const, directory: join(root, 'many'), patterns: [] }
  const { source } = await parley.owner.http.command('sources.add', { name: 'many', settings })
  await until(async () => (await sourceNow(source.id)).documentCount > 0, 'it has begun')
  await parley.restart()
  expect((await lookedAt(source.id)).documentCount).toBe(40)
  const { documents } = await parley.owner.http.query('knowledge.list', {})
  expect(documents.filter(({ title }) => /^\d+$/.test(title))).toHaveLength(40)
})

describe('a folder', () => {
  it('comes in with everything that can be read, and says what could not be and why', async () => {
    await write('handbook/leave.md', '# Leave\n\nEverybody has 31 days of leave a year.')
    await write('handbook/hr/README.md', '# Sick notes\n\nA sick note is due on the third day.')
    await write('handbook/empty.md', ' \n ')
    await write('handbook/photo.png', 'not a document')
    await write('handbook/.hidden.md', 'Hidden.')
    const source = await addFolder('handbook')
    expect(source.lastRun).toMatchObject({ outcome: 'done', counts: { added: 2, failed: 1 } })
    expect(source).toMatchObject({ documentCount: 2, failedCount: 1 })
    expect(await items(source.id)).toMatchObject([
      { key: 'empty.md', failure: { code: 'document_empty' }, documentId: null },
      { key: 'hr/README.md', title: 'hr', failure: null },
      { key: 'leave.md', title: 'leave', failure: null },
    ])
    expect(await cited('How many days of leave does everybody have?')).toContain('31 days')
  })

  it('is heard of when something changes in it, and what has gone is in no answer any more', async () => {
    await write('rules/parking.md', 'The garage closes at ten at night.')
    await write('rules/keys.md', 'Keys are kept at the reception desk.')
    await addFolder('rules')
    await write('rules/parking.md', 'The garage closes at eleven at night.')
    await until(async () => (await cited('When does the garage close?')).includes('eleven'), 'the change is here')
    await rm(join(root, 'rules/parking.md'))
    await until(async () => !(await cited('When does the garage close?')).includes('eleven'), 'the text is gone')
  })

  it('is heard of in a folder that was taken away and put back, and in those within it', async () => {
    await write('moved/hall.md', 'The hall has 40 chairs.')
    await write('moved/deep/attic.md', 'The attic has 7 trunks.')
    const { id } = await addFolder('moved')
    await rm(join(root, 'moved'), { recursive: true })
    await until(async () => (await sourceNow(id)).lastRun?.outcome === 'failed', 'it was missed')
    await write('moved/hall.md', 'The hall has 41 chairs.')
    await write('moved/deep/attic.md', 'The attic has 7 trunks.')
    await until(async () => (await cited('How many chairs has the hall?')).includes('41'), 'the hall is back', 10_000)
    await lookedAt(id)
    await rm(join(root, 'moved/deep'), { recursive: true })
    await write('moved/deep/attic.md', 'The attic has 8 trunks.')
    await until(async () => (await cited('How many trunks has the attic?')).includes('8'), 'the attic is back', 10_000)
    await lookedAt(id)
    await write('moved/deep/attic.md', 'The attic has 9 trunks.')
    await until(async () => (await cited('How many trunks has the attic?')).includes('9'), 'the attic changed', 10_000)
  }, 40_000)

  it('in which something is written all the time is looked at', async () => {
    await write('busy/barn.md', 'The barn has 3 owls.')
    await addFolder('busy')
    const writing = setInterval(() => void writeFile(join(root, 'busy/growing.log'), String(writes++)), 50)
    try {
      await write('busy/barn.md', 'The barn has 5 owls.')
      await until(async () => (await cited('How many owls has the barn?')).includes('5'), 'it was looked at', 10_000)
    } finally {
      clearInterval(writing)
    }
  })

  it('does not wait until another has come in for the first time', async () => {
    await write('small/cellar.md', 'The cellar has 12 casks.')
    await addFolder('small')
    const long = 'A cask is made of oak. '.repeat(1_000)
    for (let at = 0; at < 20; at++) await write(`large/${at}.md`, `# Cask ${at}\n\n${long}`)
    const settings = { kind: 'folder' as const, directory: join(root, 'large'), patterns: [] }
    const { source } = await parley.owner.http.command('sources.add', { name: 'large', settings })
    try {
      await until(async () => (await sourceNow(source.id)).lastRun?.outcome === 'running', 'it has begun')
      await write('small/cellar.md', 'The cellar has 13 casks.')
      await until(async () => (await cited('How many casks has the cellar?')).includes('13'), 'the change is here')
      expect((await sourceNow(source.id)).lastRun?.outcome).toBe('running')
    } finally {
      await parley.owner.http.command('sources.remove', { sourceId: source.id, removesDocuments: true })
    }
  }, 60_000)

  it('that has not changed takes nothing in again', async () => {
    await write('calm/one.md', 'One calm document.')
    const { id } = await addFolder('calm')
    const source = await look(id)
    expect(source.lastRun?.counts).toMatchObject({ changed: 0, unchanged: 1 })
    const { documents } = await parley.owner.http.query('knowledge.list', {})
    expect(documents.filter(({ title }) => title === 'one').map(({ version }) => version)).toEqual([1])
  })

  it('that suddenly is empty asks before it removes, and removes when somebody says so', async () => {
    for (const name of ['a', 'b', 'c']) await write(`mount/${name}.md`, `Document ${name} of a share.`)
    const { id } = await addFolder('mount')
    for (const name of ['a', 'b', 'c']) await rm(join(root, `mount/${name}.md`))
    expect(await look(id)).toMatchObject({ heldRemovals: 3, documentCount: 3, lastRun: { outcome: 'asking' } })
    const source = await look(id, { removesAll: true })
    expect(source).toMatchObject({ heldRemovals: 0, documentCount: 0 })
  })

  it('is emptied by leave of one look alone: where that look fails, the next one asks again', async () => {
    const names = ['d', 'e', 'f']
    for (const name of names) await write(`lent/${name}.md`, `Document ${name} that is lent.`)
    const { id } = await addFolder('lent')
    await rename(join(root, 'lent'), join(root, 'lent-away'))
    expect(await look(id, { removesAll: true })).toMatchObject({ documentCount: 3, lastRun: { outcome: 'failed' } })
    await rename(join(root, 'lent-away'), join(root, 'lent'))
    for (const name of names) await rm(join(root, `lent/${name}.md`))
    await parley.server.services.sources.ask(id)
    expect(await lookedAt(id)).toMatchObject({ documentCount: 3, lastRun: { outcome: 'asking' } })
  })

  it('that is away fails and keeps its documents', async () => {
    await write('away/one.md', 'One document of a share.')
    const { id } = await addFolder('away')
    await rename(join(root, 'away'), join(root, 'away-now'))
    const source = await look(id)
    expect(source).toMatchObject({ documentCount: 1, lastRun: { outcome: 'failed' } })
    expect(source.lastRun?.failure?.code).toBe('source_missing')
  })

  it('leaves a file alone while it is being written, and takes it in when it rests', async () => {
    await write('drop/one.md', 'One.')
    const { id } = await addFolder('drop')
    const writing = setInterval(() => void appendFile(join(root, 'drop/two.md'), 'Half of a sen'), 100)
    try {
      await until(() => existsSync(join(root, 'drop/two.md')), 'it is begun')
      await parley.owner.http.command('sources.run', { sourceId: id })
      await until(async () => (await sourceNow(id)).isWaiting === false, 'it was looked at')
      await until(async () => (await sourceNow(id)).lastRun?.outcome === 'done', 'it was looked at', 10_000)
      expect((await sourceNow(id)).documentCount).toBe(1)
    } finally {
      clearInterval(writing)
    }
    await until(async () => (await sourceNow(id)).documentCount === 2, 'the file has come to rest', 10_000)
  })

  it('is never left by links, nor by a path that climbs', async () => {
    await write('inside/one.md', 'Inside.')
    const elsewhere = await mkdtemp(join(tmpdir(), 'parley-elsewhere-'))
    await writeFile(join(elsewhere, 'secret.md'), 'The code is 4711.')
    await symlink(elsewhere, join(root, 'inside/linked'))
    await symlink(join(elsewhere, 'secret.md'), join(root, 'inside/linked.md'))
    await symlink(elsewhere, join(root, 'outside'))
    const { id } = await addFolder('inside')
    expect((await items(id)).map(({ key }) => key)).toEqual(['one.md'])
    for (const directory of [join(root, 'outside'), dirname(root), '/etc', `${root}/../../etc`, 'etc']) {
      const settings = { kind: 'folder' as const, directory }
      const added = parley.owner.http.command('sources.add', { name: 'x', settings: { ...settings, patterns: [] } })
      await expect(added, directory).rejects.toMatchObject({ code: 'source_directory_forbidden' })
    }
    await rm(elsewhere, { recursive: true, force: true })
  })

  it('is opened by administrators alone', async () => {
    const wei = await parley.addPerson('王伟')
    const settings = { kind: 'folder' as const, directory: root, patterns: [] }
    await expect(wei.http.command('sources.add', { name: 'x', settings })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await wei.http.query('sources.list', {})).toEqual({ sources: [], collectionIds: [], directories: [] })
  })
})

describe('a source', () => {
  it('that is paused takes nothing in until it goes on', async () => {
    await write('paused/one.md', 'One.')
    const { id } = await addFolder('paused')
    await parley.owner.http.command('sources.pause', { sourceId: id })
    await write('paused/two.md', 'Two.')
    expect((await lookedAt(id)).documentCount).toBe(1)
    await parley.owner.http.command('sources.resume', { sourceId: id })
    expect((await lookedAt(id)).documentCount).toBe(2)
  })

  it('that is removed leaves its documents, or takes them along', async () => {
    await write('kept/one.md', 'The kept document tells of the heron.')
    const kept = await addFolder('kept')
    await parley.owner.http.command('sources.remove', { sourceId: kept.id })
    expect(await cited('What does the kept document tell of?')).toContain('heron')
    await write('dropped/one.md', 'The dropped document tells of the kingfisher.')
    const dropped = await addFolder('dropped')
    expect(await cited('What does the dropped document tell of?')).toContain('kingfisher')
    await parley.owner.http.command('sources.remove', { sourceId: dropped.id, removesDocuments: true })
    expect(await cited('What does the dropped document tell of?')).not.toContain('kingfisher')
  })
})
