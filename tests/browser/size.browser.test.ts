import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { startParleyProcess } from './support/parley-process'

const web = path.resolve(import.meta.dirname, '../../dist/web')

it.each([
  // From another machine without TLS a browser takes nothing smaller.
  ['.gz', 256_000],
  ['.br', 230_000],
])(
  'loads little script before the first page, the texts of one language among it: as %s at most %i bytes',
  async (ending, limit) => {
    const html = await readFile(path.join(web, 'index.html'), 'utf8')
    const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
    expect(scripts.length).toBeGreaterThan(0)
    const texts = (await readdir(path.join(web, 'assets'))).filter((name) => /^page-texts-.*\.js$/.test(name))
    expect(texts).toHaveLength(2)
    const sizesOf = (files: readonly string[]) => Promise.all(files.map((file) => sizeOf(path.join(web, file), ending)))
    const languages = await sizesOf(texts.map((name) => `assets/${name}`))
    const always = await sizesOf(scripts)
    expect(always.reduce((sum, size) => sum + size, 0) + Math.max(...languages)).toBeLessThanOrEqual(limit)
  },
)

/** The smallest files gain nothing by compression, and go as they are. */
async function sizeOf(file: string, ending: string): Promise<number> {
  const { size } = await stat(`${file}${ending}`).catch(() => stat(file))
  return size
}

it('hands out the form that the browser takes', async () => {
  await using parley = await startParleyProcess()
  const name = (await readdir(path.join(web, 'assets'))).find((file) => /^first-page.*\.js$/.test(file))
  const script = `/assets/${name}`
  const encodingOf = async (address: string, accepted: string) => {
    const answer = await fetch(parley.url + address, { headers: { 'accept-encoding': accepted } })
    return [answer.status, answer.headers.get('content-encoding'), answer.headers.get('vary')]
  }
  expect(await encodingOf(script, 'gzip, deflate, br')).toEqual([200, 'br', 'accept-encoding'])
  expect(await encodingOf(script, 'gzip, deflate')).toEqual([200, 'gzip', 'accept-encoding'])
  expect(await encodingOf(script, 'identity')).toEqual([200, null, 'accept-encoding'])
  expect(await encodingOf('/c/any', 'gzip')).toEqual([200, 'gzip', 'accept-encoding'])
})
