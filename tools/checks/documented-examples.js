import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inRepository } from '../repository.js'
import { runTool } from './programs.js'
import { listProjectFiles } from './source-files.js'

const isPackageDocument = (file) => /^(packages|apps)\/[^/]+\/README\.md$/.test(file)
const example = /^```ts\n([\s\S]*?)^```/gm

/** As strict as the code itself; what an example shows it need not use. */
const settings = {
  extends: inRepository('tsconfig.base.json'),
  compilerOptions: {
    composite: false,
    declaration: false,
    emitDeclarationOnly: false,
    noEmit: true,
    noUnusedLocals: false,
    lib: ['ES2023', 'ES2024.String', 'DOM', 'DOM.Iterable', 'ESNext.Disposable'],
    typeRoots: [inRepository('node_modules/@types')],
  },
  include: ['*.ts', inRepository('apps/server/src/sql.d.ts'), inRepository('packages/text/src/opencc-dictionary.d.ts')],
}

/**
 * Returns the compiler's lines for every TypeScript example in a package's page that does not compile.
 * @param {Map<string, string>} [documents] the pages by their paths; the repository's when left out
 */
export async function findBrokenExamples(documents) {
  const folder = inRepository('.cache', `documented-examples-${process.pid}`)
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(settings))
    for (const [name, source] of examplesOf(documents ?? (await readDocuments()))) {
      await writeFile(path.join(folder, name), source)
    }
    return ofExamples(await runTool('typescript/bin/tsc', '-p', folder, '--pretty', 'false'), path.basename(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What is wrong in the sources themselves is the compiler's affair, in a check of its own. */
function ofExamples(lines, folder) {
  const prefix = `.cache/${folder}/`
  return lines.filter((line) => line.startsWith(prefix)).map((line) => `the example ${line.slice(prefix.length)}`)
}

async function readDocuments() {
  const files = (await listProjectFiles(inRepository())).filter(isPackageDocument)
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(inRepository(file), 'utf8')])))
}

/** A module each, named after its page; the empty export makes a module of one that imports nothing. */
function examplesOf(documents) {
  return [...documents].flatMap(([file, text]) =>
    [...text.matchAll(example)].map(([, source], index) => [
      `${path.posix.dirname(file).replaceAll('/', '-')}-${index}.ts`,
      `${source}export {}\n`,
    ]),
  )
}
