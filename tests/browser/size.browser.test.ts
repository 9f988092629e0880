import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

const web = path.resolve(import.meta.dirname, '../../dist/web')
const LIMIT = 250 * 1024

it('loads at most 250 kB of compressed script before the first page, the texts of one language among it', async () => {
  const html = await readFile(path.join(web, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
  expect(scripts.length).toBeGreaterThan(0)
  const texts = (await readdir(path.join(web, 'assets'))).filter((name) => /^page-texts-.*\.js$/.test(name))
  expect(texts).toHaveLength(2)
  const languages = await sizesOf(texts.map((name) => `assets/${name}`))
  const always = await sizesOf(scripts)
  expect(always.reduce((sum, size) => sum + size, 0) + Math.max(...languages)).toBeLessThanOrEqual(LIMIT)
})

const sizesOf = (files: readonly string[]) =>
  Promise.all(files.map(async (file) => gzipSync(await readFile(path.join(web, file))).length))
