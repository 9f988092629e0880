import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { inRepository } from '../repository.js'

const ignoredFolders = new Set(['node_modules', 'dist', '.tsbuild'])
const isTest = (file) => /\.test\.(ts|tsx|js)$/.test(file)

/** A hash over path, time and size of every source file below the given paths of the repository. */
export async function fingerprint(paths, root = inRepository()) {
  const hash = createHash('sha256')
  for (const start of paths) {
    for (const file of await listFiles(path.join(root, start))) {
      const { mtimeMs, size } = await stat(file)
      hash.update(`${path.relative(root, file)}\0${mtimeMs}\0${size}\n`)
    }
  }
  return hash.digest('hex')
}

async function listFiles(start) {
  if ((await stat(start)).isFile()) return [start]
  const entries = await readdir(start, { withFileTypes: true })
  const nested = entries.map((entry) => {
    if (entry.isDirectory()) return ignoredFolders.has(entry.name) ? [] : listFiles(path.join(start, entry.name))
    return isTest(entry.name) ? [] : [path.join(start, entry.name)]
  })
  return (await Promise.all(nested)).flat().sort()
}
