import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type DocumentId, ParleyError, type SourceSecret, SourceSettings } from '@parley/protocol'
import { startTestParley, type TestParley } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FoundItem, KnownItem, SourceSeen } from '../found-item'
import { readSourceBeside } from '../read-source-beside'
import { secretEnvironment } from './git-secret'
import { readGit } from './read-git'

const run = promisify(execFile)
const sourceWorker = fileURLToPath(new URL('../../../../../dist/source-worker.js', import.meta.url))
let root: string
let work: string
let repository: string
const git = async (...commands: string[]) =>
  (await run('git', ['-c', 'user.name=Wei', '-c', 'user.email=wei@example.org', ...commands], { cwd: repository }))
    .stdout

async function commit(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(repository, file)), { recursive: true })
    await writeFile(join(repository, file), content)
  }
  await git('add', '--all')
  await git('commit', '--quiet', '--message', 'Change')
  return (await git('rev-parse', 'HEAD')).trim()
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'parley-git-'))
  work = join(root, 'work')
  repository = join(root, 'team')
  await mkdir(repository)
  await git('init', '--quiet', '--initial-branch=main')
})
afterAll(() => rm(root, { recursive: true, force: true }))

interface Look {
  readonly known?: ReadonlyMap<string, KnownItem>
  readonly memory?: object | null
  readonly more?: object
  readonly address?: string
  readonly hosts?: readonly string[]
  readonly secret?: SourceSecret | null
}

async function look({ known = new Map(), memory = null, more = {}, address, hosts = [], secret = null }: Look = {}) {
  const settings = SourceSettings.parse({ kind: 'git', address: address ?? pathToFileURL(repository).href, ...more })
  if (settings.kind !== 'git') throw new Error('not of Git')
  const limits = { directories: [root], hosts, workDirectory: work }
  const items = readGit({ sourceId: 'x', settings, secret, known, memory, limits }, new AbortController().signal)
  const found: FoundItem[] = []
  for (;;) {
    const next = await items.next()
    if (next.done) return { found, seen: next.value as SourceSeen }
    found.push(next.value)
  }
}

const refusal = async (reading: Promise<unknown>) => {
  const error = await reading.catch((reason: unknown) => reason)
  if (!(error instanceof ParleyError)) throw new Error(`was not refused: ${error}`)
  return error.code
}
const textOf = (item: FoundItem | undefined) =>
  item?.state === 'read' && 'bytes' in item.content ? new TextDecoder().decode(item.content.bytes) : undefined

describe('a repository', () => {
  it('gives the files of its newest commit that are documents, each with that commit', async () => {
    const first = await commit({ 'docs/leave.md': '# Leave', 'docs/部署.md': '# 部署', 'src/main.c': 'int main;' })
    const { found, seen } = await look()
    expect(found.map(({ key }) => key).sort()).toEqual(['docs/leave.md', 'docs/部署.md'])
    expect(found[0]).toMatchObject({ state: 'read', title: 'leave', origin: first })
    expect(textOf(found[0])).toBe('# Leave')
    expect(seen).toEqual({ isWhole: true, memory: { commit: first } })
  })

  it('that has moved on gives only what is another file than before; one that has not gives nothing anew', async () => {
    const { found, seen } = await look()
    const known = new Map(
      found.flatMap((item) =>
        item.state === 'read' ? [[item.key, { fingerprint: item.fingerprint, memory: null }]] : [],
      ),
    )
    const still = await look({ known, memory: seen.memory ?? null })
    expect(still.found.map(({ state }) => state)).toEqual(['same', 'same'])
    await commit({ 'docs/leave.md': '# Leave\n\n31 days' })
    const later = await look({ known, memory: seen.memory ?? null })
    expect(later.found.map(({ key, state }) => [key, state])).toEqual([
      ['docs/leave.md', 'read'],
      ['docs/部署.md', 'same'],
    ])
  })

  it('is read on the branch and by the patterns that are wished', async () => {
    await git('checkout', '--quiet', '-b', 'release/1.0')
    await commit({ 'notes.txt': 'Released' })
    await git('checkout', '--quiet', 'main')
    const { found } = await look({ more: { branch: 'release/1.0', patterns: ['*.txt'] } })
    expect(found.map(({ key }) => key)).toEqual(['notes.txt'])
    expect(await refusal(look({ more: { branch: 'gone' } }))).toBe('source_branch_missing')
  })

  it('leads nowhere by its links, and unfolds no bomb', async () => {
    await symlink('/etc/passwd', join(repository, 'docs/passwd.md'))
    await commit({ 'docs/bomb.md': new Uint8Array(60 * 1024 * 1024) })
    const { found } = await look()
    expect(found.map(({ key }) => key)).not.toContain('docs/passwd.md')
    const bomb = found.find(({ key }) => key === 'docs/bomb.md')
    expect(bomb).toMatchObject({ state: 'failed', failure: { code: 'document_too_large' } })
    await git('rm', '--quiet', 'docs/bomb.md', 'docs/passwd.md')
    await commit({})
  })

  it.runIf(process.getuid?.() === 0)('that belongs to somebody else is read too', async () => {
    await run('chown', ['-R', '65534', repository])
    try {
      expect((await look()).found.length).toBeGreaterThan(0)
    } finally {
      await run('chown', ['-R', '0', repository])
    }
  })

  it('beneath no allowed directory, or at an address of this network, is not read', async () => {
    expect(await refusal(look({ address: 'file:///etc' }))).toBe('source_directory_forbidden')
    expect(await refusal(look({ address: 'http://127.0.0.1:9/team.git' }))).toBe('source_address_forbidden')
    expect(await refusal(look({ address: 'http://localhost:9/team.git' }))).toBe('source_address_forbidden')
  })

  it('is fetched over HTTP too, from a name that is allowed', async () => {
    const server = await serveRepositories(root)
    const { port } = server.address() as AddressInfo
    const address = `http://localhost:${port}/team/.git`
    const { found } = await look({ address, hosts: ['localhost'] })
    expect(found.map(({ key }) => key)).toContain('docs/leave.md')
    server.close()
    expect(await refusal(look({ address, hosts: ['localhost'] }))).toBe('source_unreachable')
  })

  it('that is private is read with its password, and says that it was refused without', async () => {
    const server = await serveRepositories(root, `Basic ${Buffer.from('wei:s3cret').toString('base64')}`)
    const { port } = server.address() as AddressInfo
    const address = `http://localhost:${port}/team/.git`
    const hosts = ['localhost']
    const { found } = await look({ address, hosts, secret: { username: 'wei', password: 's3cret' } })
    expect(found.map(({ key }) => key)).toContain('docs/leave.md')
    expect(await refusal(look({ address, hosts }))).toBe('source_refused')
    expect(await refusal(look({ address, hosts, secret: { username: 'wei', password: 'guess' } }))).toBe(
      'source_refused',
    )
    server.close()
  })

  it('is sent its password in the clear over no internet', () => {
    const secret = { username: 'wei', password: 's3cret' }
    const open = () => secretEnvironment(new URL('http://git.example.org/team'), '93.184.215.14', secret)
    expect(open).toThrow(ParleyError)
    const { GIT_CONFIG_KEY_0, GIT_CONFIG_VALUE_0 } = secretEnvironment(
      new URL('https://git.example.org:8443/team'),
      '93.184.215.14',
      secret,
    )
    expect(GIT_CONFIG_KEY_0).toBe('http.https://git.example.org:8443/.extraHeader')
    expect(GIT_CONFIG_VALUE_0).not.toContain('s3cret')
  })
})

/** Git's own server behind a real HTTP server. */
async function serveRepositories(directory: string, authorization?: string): Promise<Server> {
  const server = createServer((request, response) => {
    if (authorization && request.headers.authorization !== authorization) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="team"' }).end()
      return
    }
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    const child = execFile('git', ['http-backend'], {
      encoding: 'buffer',
      maxBuffer: 64 * 1024 * 1024,
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: directory,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: pathname,
        QUERY_STRING: search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    })
    const chunks: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)))
    child.on('close', () => {
      const all = Buffer.concat(chunks)
      const end = all.indexOf('\r\n\r\n')
      for (const line of all.subarray(0, end).toString().split('\r\n')) {
        const [name = '', value = ''] = line.split(': ')
        if (name === 'Status') response.statusCode = Number.parseInt(value, 10)
        else response.setHeader(name, value)
      }
      response.end(all.subarray(end + 4))
    })
    request.pipe(child.stdin as NodeJS.WritableStream)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

describe('a source of Git', () => {
  let parley: TestParley
  beforeAll(async () => {
    parley = await startTestParley({ sourceDirectories: [root] })
  })
  afterAll(() => parley[Symbol.asyncDispose]())

  it('leaves nothing of itself behind when its look ends early', async () => {
    const settings = SourceSettings.parse({ kind: 'git', address: pathToFileURL(repository).href })
    const limits = { directories: [root], hosts: [], workDirectory: work }
    const source = { sourceId: randomUUID(), settings, secret: null, memory: null, limits }
    const items = readSourceBeside(sourceWorker, parley.databaseUrl)(source, new AbortController().signal)
    expect((await items.next()).done).toBe(false)
    expect(await readdir(work)).toHaveLength(1)
    await items.return({ isWhole: false })
    expect(await readdir(work)).toEqual([])
  })

  it('takes the repository in, says the commit of each version, and follows it', async () => {
    const first = await commit({ 'docs/garage.md': 'The garage closes at ten.' })
    const settings = { kind: 'git' as const, address: pathToFileURL(repository).href, patterns: ['docs/garage.md'] }
    const { source } = await parley.owner.http.command('sources.add', { name: 'Team', settings })
    await parley.server.sourcesSettled()
    const second = await commit({ 'docs/garage.md': 'The garage closes at eleven.' })
    await parley.owner.http.command('sources.run', { sourceId: source.id })
    await parley.server.sourcesSettled()
    const { items } = await parley.owner.http.query('sources.items', { sourceId: source.id })
    const documentId = items[0]?.documentId as DocumentId
    const { versions, plainText } = await parley.owner.http.query('knowledge.document', { documentId })
    expect(plainText).toContain('eleven')
    expect(versions.map(({ version, origin }) => [version, origin])).toEqual([
      [2, second],
      [1, first],
    ])
  })

  it('keeps its password to itself, and shows it to no other server', async () => {
    const settings = { kind: 'git' as const, address: 'https://git.invalid/team.git' }
    const secret = { username: 'wei', password: 's3cret' }
    const { http } = parley.owner
    const { source } = await http.command('sources.add', { name: 'Private', settings, secret, everyMinutes: null })
    expect(source.hasSecret).toBe(true)
    const hasSecret = async (change: object) =>
      (await http.command('sources.update', { sourceId: source.id, ...change })).source.hasSecret
    expect(await hasSecret({ settings: { ...settings, branch: 'main' } })).toBe(true)
    expect(JSON.stringify(await http.query('sources.list', {}))).not.toContain('s3cret')
    expect(await hasSecret({ settings: { ...settings, address: 'https://elsewhere.invalid/team.git' } })).toBe(false)
    expect(await hasSecret({ secret })).toBe(true)
    expect(await hasSecret({ secret: null })).toBe(false)
  })
})
