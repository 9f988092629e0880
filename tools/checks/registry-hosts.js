import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { inRepository } from '../repository.js'
import { listProjectFiles } from './source-files.js'

/** Written in parts, so that this list does not find itself. */
const hosts = [
  ['registry', 'npmjs', 'org'],
  ['registry', 'yarnpkg', 'com'],
  ['registry', 'npmmirror', 'com'],
  ['pypi', 'org'],
  ['pypi', 'python', 'org'],
  ['files', 'pythonhosted', 'org'],
  ['proxy', 'golang', 'org'],
  ['static', 'crates', 'io'],
  ['index', 'crates', 'io'],
].map((labels) => labels.join('.'))

const isBinary = (content) => content.subarray(0, 8_000).includes(0)

/** Returns one line for every file that names a package registry: where packages come from is the installation's affair. */
export async function findRegistryHosts(root = inRepository()) {
  const found = await Promise.all(
    (await listProjectFiles(root)).map(async (file) => {
      const content = await readFile(path.join(root, file))
      if (isBinary(content)) return []
      const text = content.toString('utf8')
      return hosts.filter((host) => text.includes(host)).map((host) => `${file}: names the registry ${host}`)
    }),
  )
  return found.flat()
}
