import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bundlePrograms } from './build/bundle.js'
import { fingerprint } from './build/fingerprint.js'
import { inRepository, ReadableError } from './repository.js'

let folder

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parley-build-'))
})

afterEach(() => rm(folder, { recursive: true }))

async function plant(file, content) {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
  await writeFile(path.join(folder, file), content)
}

describe('the fingerprint', () => {
  beforeEach(() => plant('src/a.ts', 'one'))

  it('stays while nothing changes', async () => {
    expect(await fingerprint(['src'], folder)).toBe(await fingerprint(['src'], folder))
  })

  it('changes with a file that is changed, added or removed', async () => {
    const seen = new Set([await fingerprint(['src'], folder)])
    await plant('src/a.ts', 'longer')
    seen.add(await fingerprint(['src'], folder))
    await utimes(path.join(folder, 'src/a.ts'), 1, 1)
    seen.add(await fingerprint(['src'], folder))
    await plant('src/deep/b.ts', '')
    seen.add(await fingerprint(['src'], folder))
    await rm(path.join(folder, 'src/a.ts'))
    seen.add(await fingerprint(['src'], folder))
    expect(seen.size).toBe(5)
  })

  it('does not change with a test: no program holds one', async () => {
    const before = await fingerprint(['src'], folder)
    await plant('src/a.test.ts', '')
    expect(await fingerprint(['src'], folder)).toBe(before)
  })
})

describe('a bundled program', () => {
  const bundle = async (source, files = {}) => {
    await plant('main.ts', source)
    for (const [name, content] of Object.entries(files)) await plant(name, content)
    const entry = path.relative(inRepository(), path.join(folder, 'main.ts'))
    await bundlePrograms(path.join(folder, 'dist'), { main: entry })
    return readFile(path.join(folder, 'dist/main.js'), 'utf8')
  }

  it('carries SQL as text and leaves the packages of others outside', async () => {
    const program = await bundle("import pg from 'pg'\nimport sql from './one.sql'\nconsole.log(pg, sql)\n", {
      'one.sql': 'select 1',
    })
    expect(program).toContain('"select 1"')
    expect(program).toMatch(/import pg from "pg"/)
  })

  it('does not come into being from sources that do not build', async () => {
    await expect(bundle("import './missing'\n")).rejects.toThrow(ReadableError)
  })
})
