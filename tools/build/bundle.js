import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inRepository, ReadableError } from '../repository.js'

/** Every program that runs in Node, by its name in `dist/`. An entry that is not written yet is left out. */
export const programs = {
  server: 'apps/server/src/main.ts',
  backup: 'apps/server/src/backup/backup-program.ts',
  'encoder-child': 'packages/inference/src/encoder-child.ts',
  'document-worker': 'apps/server/src/library/document-worker.ts',
  'library-worker': 'apps/server/src/library/library-worker.ts',
  'comparison-worker': 'apps/server/src/health/comparison-worker.ts',
  'source-worker': 'apps/server/src/sources/source-worker.ts',
  'reading-worker': 'apps/server/src/assistant/reading-worker.ts',
  'image-child': 'apps/server/src/files/image-child.ts',
  'train-heads-child': 'apps/server/src/jobs/train-heads-child.ts',
  'learn-intents-child': 'apps/server/src/jobs/learn-intents-child.ts',
  'evaluate-child': 'apps/server/src/jobs/evaluate-child.ts',
  cli: 'apps/cli/src/main.ts',
}

/** The one program that must answer before its heavy parts are loaded: what it imports late lies in files of its own. */
const lazyPrograms = ['cli']

/** Bundles the programs into a folder and returns the names of the files and folders made. */
export async function bundlePrograms(folder, wanted = programs) {
  const present = Object.entries(wanted).filter(([, entry]) => existsSync(inRepository(entry)))
  const isLazy = ([name]) => lazyPrograms.includes(name)
  await bundle(
    folder,
    present.filter((program) => !isLazy(program)),
  )
  for (const program of present.filter(isLazy)) await bundle(folder, [program], lateParts(program))
  return present.flatMap((program) => [
    ...[`${program[0]}.js`, `${program[0]}.js.map`],
    ...(isLazy(program) && existsSync(path.join(folder, `${program[0]}-parts`)) ? [`${program[0]}-parts`] : []),
  ])
}

const lateParts = ([name]) => ({ splitting: true, chunkNames: `${name}-parts/[name]-[hash]` })

async function bundle(folder, entries, options = {}) {
  // Loaded here and not above: this module is imported before the packages are installed.
  const { build } = await import('esbuild')
  const { metafile } = await build({
    entryPoints: Object.fromEntries(entries.map(([name, entry]) => [name, inRepository(entry)])),
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    conditions: ['source'],
    sourcemap: 'linked',
    loader: { '.sql': 'text', '.md': 'text' },
    logLevel: 'warning',
    metafile: true,
    plugins: [keepPackagesExternal],
    ...options,
  }).catch(() => {
    throw new ReadableError('the programs do not build; the reasons are above.')
  })
  for (const file of Object.keys(metafile.outputs).filter((name) => name.endsWith('.js'))) await writeInAscii(file)
}

/**
 * esbuild leaves regular expressions and comments as they are, and one letter outside Latin-1 makes V8 keep two bytes
 * for every character of a program.
 */
async function writeInAscii(file) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  await writeFile(file, (await readFile(file, 'utf8')).replace(/[^\0-\x7f]/g, escaped))
}

/** Our own packages are sources to bundle; everybody else's stay in `node_modules`. */
const keepPackagesExternal = {
  name: 'keep-packages-external',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind, resolveDir }) => {
      if (kind === 'entry-point' || path.startsWith('@parley/')) return undefined
      const hidden = hiddenCopy(path, resolveDir)
      // What a program imports and does not use is not loaded: a thread that reads messages needs no ONNX Runtime of its own.
      if (hidden === undefined) return { path, external: true, sideEffects: false }
      return {
        errors: [{ text: `${path} lies in ${hidden}, where dist/ cannot see it: give all workspaces one version` }],
      }
    })
  },
}

/** A second version of a package, kept in its workspace's own `node_modules`. */
function hiddenCopy(specifier, importer) {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  const workspace = importer.slice(inRepository().length).split(/[\\/]/).slice(1, 3)
  if (!['packages', 'apps'].includes(workspace[0])) return undefined
  const folder = inRepository(...workspace, 'node_modules', name)
  return existsSync(folder) ? folder : undefined
}
