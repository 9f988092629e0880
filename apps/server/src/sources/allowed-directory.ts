import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { ParleyError } from '@parley/protocol'

/**
 * Where a directory really is, if that lies beneath one that the administrator allows: links and `..` lead nowhere else.
 *
 * @throws ParleyError
 */
export async function allowedDirectory(directory: string, allowed: readonly string[]): Promise<string> {
  if (!path.isAbsolute(directory)) throw forbidden()
  const roots = (await Promise.all(allowed.map(realOf))).filter((root) => root !== null)
  const real = await realOf(directory)
  // Whether it exists is not told of what lies elsewhere.
  if (real === null) throw isNamedWithin(directory, allowed) ? missing() : forbidden()
  if (!roots.some((root) => isWithin(real, root))) throw forbidden()
  if (!(await stat(real)).isDirectory()) throw forbidden()
  return real
}

export function isWithin(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner)
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way))
}

const isNamedWithin = (directory: string, allowed: readonly string[]) =>
  allowed.some((root) => isWithin(path.resolve(directory), path.resolve(root)))

const realOf = (directory: string): Promise<string | null> => realpath(directory).catch(() => null)

const forbidden = () => new ParleyError('source_directory_forbidden')
const missing = () => new ParleyError('source_missing')
