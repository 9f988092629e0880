import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { inRepository } from '../repository.js'
import { isTypeScript, listProjectFiles } from './source-files.js'

const parts = ['packages', 'apps', 'tests', 'tools']

/** Returns one line for every import that the architecture forbids, and for every source file that was not read. */
export async function findArrowViolations(root = inRepository()) {
  const { cruise } = await import('dependency-cruiser')
  const { forbidden, options } = createRequire(import.meta.url)(inRepository('.dependency-cruiser.cjs'))
  const { enhancedResolveOptions, ...cruiseOptions } = options
  const folders = parts.filter((part) => existsSync(path.join(root, part)))
  const { output } = await cruise(
    folders,
    { ...cruiseOptions, baseDir: root, validate: true, ruleSet: { forbidden } },
    enhancedResolveOptions,
  )
  return [...output.summary.violations.map(describe), ...(await findUnread(root, output.modules))]
}

const describe = ({ rule, from, to }) => `${from} → ${to} (${rule.name})`

/** dependency-cruiser reports success about files that it cannot read: reading less than there is must fail. */
export async function findUnread(root, modules) {
  const read = new Set(modules.map(({ source }) => source))
  const sources = (await listProjectFiles(root)).filter(isTypeScript)
  return sources.filter((file) => !read.has(file)).map((file) => `${file} was not read by dependency-cruiser`)
}
