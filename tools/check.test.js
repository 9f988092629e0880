import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findArrowViolations, findUnread } from './checks/arrows.js'
import { findBadDecisionNumbers } from './checks/decision-numbers.js'
import { findBrokenExamples } from './checks/documented-examples.js'
import { findDeadPaths } from './checks/documented-paths.js'
import { findBadNames } from './checks/names.js'
import { findRegistryHosts } from './checks/registry-hosts.js'

let root

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'parley-check-'))
})

afterEach(() => rm(root, { recursive: true }))

async function plant(file, content) {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), content)
}

describe('the arrows', () => {
  beforeEach(async () => {
    await plant('packages/protocol/src/index.ts', 'export interface Message { readonly text: string }\n')
    await plant('packages/text/src/index.ts', 'export const words = (text: string) => text.split(" ")\n')
    await plant(
      'packages/nlu/src/index.ts',
      "import { words } from '../../text/src/index'\nexport const count = words('a b').length\n",
    )
  })

  it('let an allowed import through', async () => {
    expect(await findArrowViolations(root)).toEqual([])
  })

  it('stop a language package that imports the protocol, even as a type', async () => {
    await plant(
      'packages/text/src/words.ts',
      "import type { Message } from '../../protocol/src/index'\nexport type Words = Message\n",
    )
    expect(await findArrowViolations(root)).toEqual([
      'packages/text/src/words.ts → packages/protocol/src/index.ts (text-imports-only-what-it-may)',
    ])
  })

  it('stop an import past the front door', async () => {
    await plant('packages/text/src/words.ts', 'export const one = 1\n')
    await plant(
      'packages/nlu/src/heads.ts',
      "import { one } from '../../text/src/words'\nexport const two = one + one\n",
    )
    expect(await findArrowViolations(root)).toEqual([expect.stringContaining('text-is-entered-by-its-front-door')])
  })

  it('stop the store of the server from looking up', async () => {
    await plant('apps/server/src/commands/send.ts', 'export const send = 1\n')
    await plant(
      'apps/server/src/store/write.ts',
      "import { send } from '../commands/send'\nexport const write = send\n",
    )
    expect((await findArrowViolations(root)).join()).toContain('server-policies-and-store-look-only-down')
  })

  it('stop a source file that was not read', async () => {
    const read = [{ source: 'packages/protocol/src/index.ts' }, { source: 'packages/text/src/index.ts' }]
    expect(await findUnread(root, read)).toEqual(['packages/nlu/src/index.ts was not read by dependency-cruiser'])
  })

  it('stop a circle', async () => {
    await plant('packages/text/src/a.ts', "import { b } from './b'\nexport const a = () => b\n")
    await plant('packages/text/src/b.ts', "import { a } from './a'\nexport const b = () => a\n")
    expect((await findArrowViolations(root)).join()).toContain('no-circle')
  })
})

describe('the names', () => {
  it('let good ones through, also where a forbidden word is only text', async () => {
    await plant(
      'packages/text/src/word-list.ts',
      "export const say = (text: string) => `<text>`\nsay('const req = 1')\n",
    )
    expect(await findBadNames(root)).toEqual([])
  })

  it('stop files that say nothing and files that are not kebab-case', async () => {
    await plant('packages/text/src/utils.ts', '')
    await plant('packages/text/src/wordList.ts', '')
    expect(await findBadNames(root)).toEqual([
      'packages/text/src/utils.ts: say what it holds',
      'packages/text/src/wordList.ts: file names are kebab-case',
    ])
  })

  it('stop abbreviations that say nothing', async () => {
    await plant('apps/server/src/http/route.ts', 'const ctx = 1\nexport const handle = (req: string) => req + ctx\n')
    expect(await findBadNames(root)).toEqual([
      'apps/server/src/http/route.ts:1: "ctx" is no name',
      'apps/server/src/http/route.ts:2: "req" is no name',
    ])
  })
})

it('finds a registry that a file names, wherever it lies', async () => {
  const host = ['registry', 'npmjs', 'org'].join('.')
  await plant('docs/guide.md', `see https://${host}/x\n`)
  await plant('docs/other.md', 'see https://example.org\n')
  expect(await findRegistryHosts(root)).toEqual([`docs/guide.md: names the registry ${host}`])
})

describe('the documents', () => {
  beforeEach(async () => {
    await plant('packages/nlu/src/understand.ts', 'export {}\n')
    await plant('packages/nlu/src/understand.test.ts', "test('reads a message', () => undefined)\n")
  })

  it('may name what exists, patterns, and anything in an example', async () => {
    await plant('docs/path.md', '`packages/nlu/src/understand.ts` [up](../packages/nlu) `packages/*/README.md`\n')
    await plant(
      'docs/more.md',
      '`packages/nlu/src/understand.test.ts`: “reads a message”\n\n```\n`docs/none.md`\n```\n',
    )
    await plant('packages/nlu/README.md', '`src/understand.ts` [web](https://example.org/none)\n')
    expect(await findDeadPaths(root)).toEqual([])
  })

  it('may not name a file that is gone, a dead link, or a test that nobody wrote', async () => {
    await plant('docs/path.md', '`packages/nlu/src/gone.ts` [old](old.md#part)\n')
    await plant('docs/tests.md', '`packages/nlu/src/understand.test.ts`: “reads minds”\n')
    await plant('packages/nlu/README.md', '`src/gone.ts`\n')
    expect((await findDeadPaths(root)).sort()).toEqual([
      'docs/path.md: there is no docs/old.md',
      'docs/path.md: there is no packages/nlu/src/gone.ts',
      'docs/tests.md: packages/nlu/src/understand.test.ts has no test "reads minds"',
      'packages/nlu/README.md: there is no packages/nlu/src/gone.ts',
    ])
  })
})

it('tells when two decisions have one number, and when the list leaves one out', async () => {
  await plant('docs/decisions/0001-streams.md', '')
  await plant('docs/decisions/README.md', '1. [Streams](0001-streams.md)\n')
  expect(await findBadDecisionNumbers(root)).toEqual([])
  await plant('docs/decisions/0001-threads.md', '')
  expect(await findBadDecisionNumbers(root)).toEqual([
    "docs/decisions/0001-threads.md: its number is another decision's",
    'docs/decisions/README.md: does not list 0001-threads.md under its number',
  ])
})

it('compiles the examples of package pages against the packages as they are', { timeout: 60_000 }, async () => {
  const page = (body) => `# A page\n\n\`\`\`ts\n${body}\n\`\`\`\n\n\`\`\`sh\nnpm start\n\`\`\`\n`
  const documents = new Map([
    ['packages/text/README.md', page("import { stem } from '@parley/text'\nconsole.log(stem('books'))")],
    ['packages/nlu/README.md', page("import { understandAll } from '@parley/text'")],
  ])
  const complaints = await findBrokenExamples(documents)
  expect(complaints).toHaveLength(1)
  expect(complaints[0]).toMatch(/^the example packages-nlu-0\.ts\(1,10\).*understandAll/)
})
