import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestParley, TEST_PASSWORD, type TestParley } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runParley } from './testing/run-parley'

let parley: TestParley
let folder: string

beforeAll(async () => {
  parley = await startTestParley()
  folder = await mkdtemp(join(tmpdir(), 'parley-cli-server-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await parley[Symbol.asyncDispose]()
})

const asOwner = (parameters: readonly string[]) =>
  runParley(parameters, { environment: { PARLEY_URL: parley.url, PARLEY_TOKEN: parley.owner.token } })

describe('commands that talk to a server', () => {
  it('say how to sign in', async () => {
    const { code, stderr } = await runParley(['ask', 'hello', '--url', parley.url])
    expect(code).toBe(1)
    expect(stderr).toBe(`parley: You are not signed in to ${parley.url}. Run parley sign-in, or set PARLEY_TOKEN.\n`)
  })

  it('add documents, list them, and keep going after one that cannot be read', async () => {
    const readable = join(folder, 'kettle.md')
    const binary = join(folder, 'kettle.png')
    await writeFile(readable, '# Kettle\n\nThe kettle is switched off at 18:00.\n')
    await writeFile(binary, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1))
    const added = await asOwner(['knowledge', 'add', binary, join(folder, 'missing.md'), readable, '--json'])
    expect(added.code).toBe(2)
    expect(added.stderr).toContain('unreadable_document')
    expect(added.stderr).toContain('missing.md cannot be read')
    const { documents, failed } = JSON.parse(added.stdout)
    expect({ titles: documents.map(({ title }: { title: string }) => title), failed }).toEqual({
      titles: ['kettle'],
      failed: 2,
    })
    const list = await asOwner(['knowledge', 'list'])
    expect(list.code).toBe(0)
    expect(list.stdout).toMatch(/Handbook +kettle/)
    const { id } = documents[0]
    await parley.owner.http.command('knowledge.setOutdated', { documentId: id, isOutdated: true })
    expect((await asOwner(['knowledge', 'health'])).stdout).toMatch(/outdated +kettle +\d{4}-\d\d-\d\d/)
  })

  it('name the collections when there is none of the name given', async () => {
    const { code, stderr } = await asOwner(['knowledge', 'add', join(folder, 'kettle.md'), '--collection', 'Secrets'])
    expect(code).toBe(2)
    expect(stderr).toContain('There is no collection “Secrets” that you may read. There are: Handbook.')
  })

  it('add a source, say how it is, and let it go with what it holds', async () => {
    const added = await asOwner(['sources', 'add', 'api', '--name', 'Wiki', '--json'])
    expect(added.code, added.stderr).toBe(0)
    const { id: sourceId } = JSON.parse(added.stdout).source
    const body = { sourceId, key: 'tea', title: 'Tea', text: 'Tea is served at four.' }
    await parley.owner.http.command('sources.putDocument', body)
    expect((await asOwner(['sources', 'list'])).stdout).toMatch(/api +Wiki +ready +1 documents/)
    expect((await asOwner(['sources', 'items', 'Wiki'])).stdout).toMatch(/- +tea +Tea/)
    expect((await asOwner(['sources', 'add', 'website', 'no address'])).code).toBe(2)
    expect((await asOwner(['sources', 'remove', 'Wiki', '--documents'])).stdout).toContain('Wiki')
    expect((await asOwner(['sources', 'list'])).stdout).toContain('There are no sources yet')
  })

  it('export rules, try and import them, switch one off and list them', async () => {
    const [file, broken] = [join(folder, 'rules.json'), join(folder, 'broken.json')]
    const when = [{ kind: 'text', patterns: [{ how: 'words', text: '报销单号' }] }]
    const decides = { when, conclusion: { about: 'intent', value: 'submit_expense' }, strength: { kind: 'must' } }
    await writeFile(
      file,
      JSON.stringify({ rules: [{ name: 'expenses', definition: { kind: 'if-then', ...decides } }] }),
    )
    await writeFile(broken, '{"rules": 1}')
    expect((await asOwner(['rules', 'try', file])).stdout).toContain('expenses: would change 0 of')
    expect((await asOwner(['rules', 'try', broken])).code).toBe(2)
    expect((await asOwner(['rules', 'import', file])).stdout).toBe('1 added, 0 changed\n')
    expect((await asOwner(['rules', 'off', 'expenses'])).stdout).toBe('expenses: off\n')
    expect((await asOwner(['rules', 'list'])).stdout).toMatch(/off +expenses +must intent submit_expense/)
    expect(JSON.parse((await asOwner(['rules', 'export'])).stdout).rules).toMatchObject([
      { name: 'expenses', isOn: false },
    ])
    expect((await asOwner(['rules', 'on', 'nothing'])).stderr).toContain('There are: expenses')
  })

  it('write a curated answer, list it, and are given it', async () => {
    const question = 'Who winds the clock?'
    const added = await asOwner(['answers', 'add', 'The caretaker.', '--question', question, '谁给钟上弦？'])
    expect(added.code, added.stderr).toBe(0)
    expect((await asOwner(['answers', 'list'])).stdout).toMatch(/Who winds the clock\? +The caretaker\./)
    const { reply } = JSON.parse((await asOwner(['ask', '--json', question])).stdout)
    expect(reply).toMatchObject({ kind: 'answer', text: 'The caretaker.' })
  })

  it('ask the log of questions again, and take nothing of too few', async () => {
    const { code, stdout } = await asOwner(['answers', 'replay', '--take'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/Handbook +0\.50 → 0\.50 +.*too few questions/)
    const { collections } = JSON.parse((await asOwner(['answers', 'replay', '--json'])).stdout)
    expect(collections).toMatchObject([{ name: 'Handbook', verdict: 'too-few', isTaken: false }])
  })

  it('list all curated answers, more than the server gives at once', async () => {
    const { http } = parley.owner
    for (let shelf = 1; shelf <= 101; shelf += 1)
      await http.command('answers.save', { phrasings: [`Who keeps shelf ${shelf}?`], texts: { en: 'Li.', zh: null } })
    const { answers } = JSON.parse((await asOwner(['answers', 'list', '--json'])).stdout)
    const phrasings: string[] = answers.flatMap((answer: { phrasings: string[] }) => answer.phrasings)
    expect(phrasings).toEqual(expect.arrayContaining(['Who keeps shelf 1?', 'Who keeps shelf 101?']))
    expect(new Set(phrasings).size).toBe(phrasings.length)
  })

  it('ask, and go on with the conversation', async () => {
    const first = await asOwner(['ask', '--json', 'When is the kettle switched off?'])
    expect(first.code, first.stderr).toBe(0)
    const { conversationId, reply } = JSON.parse(first.stdout)
    expect(reply.language).toBe('en')
    const next = await asOwner(['ask', 'thanks', '--conversation', conversationId])
    expect(next.code).toBe(0)
    expect(next.stderr).toContain(conversationId)
    const unknown = await asOwner(['ask', 'thanks', '--conversation', '0192f6c1-9d0e-7c55-8c5c-5f3f0a3c7d11'])
    expect(unknown).toMatchObject({ code: 1, stdout: '' })
    expect(unknown.stderr).toContain('(not_found)')
  })

  it('ask a query that was changed, and say how it was read', async () => {
    const first = await asOwner(['ask', '--json', 'When is the kettle switched off?'])
    const { query } = JSON.parse(first.stdout).reply
    expect(query).toMatchObject({ type: 'time', parts: [] })
    const within = { ...query, parts: [{ kind: 'time', role: 'from', from: null, to: '2000-01-01', source: 'edited' }] }
    const none = await asOwner(['ask', query.text, '--query', JSON.stringify(within)])
    expect(none.code, none.stderr).toBe(0)
    expect(none.stdout).toContain('time: …/2000-01-01')
    const unusable = await asOwner(['ask', query.text, '--query', '{}'])
    expect(unusable).toMatchObject({ code: 2, stdout: '' })
  })

  it('have the server read a text', async () => {
    const { code, stdout } = await asOwner(['understand', '--url', parley.url, '--json', '明天下午三点'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout).understanding).toMatchObject({ language: 'zh' })
  })
})

describe('signing in', () => {
  it('keeps the token where only its owner can read it, until signing out', async () => {
    const environment = { PARLEY_URL: parley.url, XDG_CONFIG_HOME: folder }
    const run = (parameters: readonly string[], input?: string) =>
      runParley(parameters, { environment, ...(input && { input }) })
    const signedIn = await run(['sign-in', '--email', 'owner@example.org'], `${TEST_PASSWORD}\n`)
    expect(signedIn.code, signedIn.stderr).toBe(0)
    const file = join(folder, 'parley', 'tokens.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await run(['knowledge', 'list'])).code).toBe(0)
    expect((await run(['sign-out'])).code).toBe(0)
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({})
    expect((await run(['knowledge', 'list'])).code).toBe(1)
  })

  it('tells a wrong password from a missing one', async () => {
    const wrong = await runParley(['sign-in', '--email', 'owner@example.org', '--url', parley.url], { input: 'wrong' })
    expect(wrong.code).toBe(1)
    expect(wrong.stderr).toContain('(invalid_credentials)')
    const missing = await runParley(['sign-in', '--email', 'owner@example.org', '--url', parley.url])
    expect(missing.code).toBe(2)
    expect(missing.stderr).toContain('A password is needed')
  })
})
