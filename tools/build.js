import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundlePrograms, programs } from './build/bundle.js'
import { fingerprint } from './build/fingerprint.js'
import { buildWebClient } from './build/web-client.js'
import { ensureInstalled } from './install.js'
import { withProcessLock } from './process-lock.js'
import { inRepository, isStartedDirectly, progress, ReadableError, runCommand } from './repository.js'

const dist = (...parts) => inRepository('dist', ...parts)

/** What every product is made with, besides its own sources. */
const recipe = ['package-lock.json', 'tools/build.js', 'tools/build', 'tsconfig.base.json']

const products = [
  {
    name: 'programs',
    sources: ['packages', 'apps/server', 'apps/cli', ...recipe],
    isPresent: () => Object.values(programs).some((entry) => existsSync(inRepository(entry))),
    isComplete: () =>
      Object.entries(programs).every(
        ([name, entry]) => existsSync(dist(`${name}.js`)) || !existsSync(inRepository(entry)),
      ),
    build: bundlePrograms,
  },
  {
    name: 'web client',
    sources: ['packages/client', 'packages/locale', 'packages/protocol', 'apps/web', ...recipe],
    isPresent: () =>
      existsSync(inRepository('apps/web/index.html')) && existsSync(inRepository('apps/web/src/main.tsx')),
    isComplete: () => existsSync(dist('web', 'index.html')),
    build: buildWebClient,
  },
]

/**
 * Builds whatever in `dist/` is missing or older than its sources. Safe when two processes race.
 * @param {('programs' | 'web client')[]} [names] what is needed; everything when left out
 */
export async function ensureBuilt(names) {
  for (const product of products) {
    if ((names === undefined || names.includes(product.name)) && product.isPresent()) await ensureProduct(product)
  }
}

/**
 * The same in a process of its own, for a server that runs on in this one: what building takes in memory, some 700 MB,
 * would stay with it.
 */
export async function ensureBuiltBeside() {
  const wanted = products.filter((product) => product.isPresent())
  const fresh = await Promise.all(wanted.map(isFresh))
  if (!fresh.includes(false)) return
  const child = spawn(process.execPath, [inRepository('tools/build.js')], { stdio: ['ignore', 'inherit', 'inherit'] })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new ReadableError('Parley could not be built; the lines above say why')
}

/** Address of a built program, for `import()`. */
export const builtProgram = (name) => pathToFileURL(dist(`${name}.js`)).href

async function ensureProduct(product) {
  if (await isFresh(product)) return
  await withProcessLock('build', async () => {
    if (await isFresh(product)) return
    await buildProduct(product)
  })
}

/** Built under a temporary name and moved into place, so that nobody ever loads half a file. */
async function buildProduct(product) {
  const startedAt = Date.now()
  progress(`building the ${product.name} …`)
  const stamp = await fingerprint(product.sources)
  const temporary = dist(`.building-${process.pid}`)
  await mkdir(temporary, { recursive: true })
  try {
    for (const name of await product.build(temporary)) await replace(path.join(temporary, name), dist(name))
    await writeFile(stampFile(product), stamp)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
  progress(`built the ${product.name} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
}

const stampFile = (product) => dist(`.${product.name.replace(' ', '-')}.fingerprint`)

async function isFresh(product) {
  if (!product.isComplete()) return false
  const stamp = await readFile(stampFile(product), 'utf8').catch(() => '')
  return stamp === (await fingerprint(product.sources))
}

/** A file is replaced in one step; a folder cannot be, so the old one steps aside first. */
async function replace(from, to) {
  const aside = `${to}.old-${process.pid}`
  if (existsSync(to) && path.extname(to) === '') await rename(to, aside)
  await rename(from, to)
  await rm(aside, { recursive: true, force: true })
}

if (isStartedDirectly(import.meta.url)) {
  await runCommand(async () => {
    await ensureInstalled()
    await ensureBuilt()
  })
}
