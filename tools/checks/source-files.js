import { readdir } from 'node:fs/promises'
import path from 'node:path'

const ignoredFolders = new Set([
  'node_modules',
  'dist',
  'data',
  'coverage',
  'test-output',
  '.git',
  '.tsbuild',
  '.cache',
  '.venv',
  '__pycache__',
])
/** Folders of these names hold sources when they lie deeper than the root. */
const ignoredOnlyAtRoot = new Set(['data'])

/** Paths of every file that belongs to the project, relative to its root, with `/` between the parts. */
export async function listProjectFiles(root, folder = '') {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true })
  const nested = entries.map(async (entry) => {
    const file = path.posix.join(folder, entry.name)
    if (!entry.isDirectory()) return entry.isFile() ? [file] : []
    const isIgnored = ignoredFolders.has(entry.name) && (folder === '' || !ignoredOnlyAtRoot.has(entry.name))
    return isIgnored ? [] : listProjectFiles(root, file)
  })
  return (await Promise.all(nested)).flat().sort()
}

/** TypeScript that dependency-cruiser must have read. */
export const isTypeScript = (file) => /^(packages|apps|tests|tools)\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts')
