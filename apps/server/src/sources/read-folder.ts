import { constants, type Dirent } from 'node:fs'
import { open, opendir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { ParleyError } from '@parley/protocol'
import { allowedDirectory } from './allowed-directory'
import { type FoundItem, LARGEST_FILE, MOST_DOCUMENTS, type SourceSeen, type SourceToRead } from './found-item'
import { takenFiles, titleOfPath } from './taken-files'

type FolderSource = SourceToRead<Extract<SourceToRead['settings'], { kind: 'folder' }>>

/** What was written this short a time ago may be written on. */
const SETTLED_MS = 1_000
const DEEPEST = 50
/** Names are kept in memory to be sorted; a folder of more is no folder of documents. */
const MOST_ENTRIES = 200_000

/** Every file of a folder that is taken; links are not followed. */
export async function* readFolder({ settings, known, limits }: FolderSource): AsyncGenerator<FoundItem, SourceSeen> {
  const root = await allowedDirectory(settings.directory, limits.directories)
  const isTaken = takenFiles(settings.patterns)
  const walked: Walked = { directories: [], isWhole: true }
  const { directories } = walked
  let count = 0
  for await (const file of walk(root, root, walked)) {
    const key = path.relative(root, file).split(path.sep).join('/')
    if (!isTaken(key) || key.isWellFormed() === false || key.length > 500) continue
    count += 1
    if (count > MOST_DOCUMENTS) return { isWhole: false, directories }
    const found = await readFile(file, key, known.get(key)?.fingerprint)
    if (found) yield found
  }
  return { isWhole: walked.isWhole, directories }
}

interface Walked {
  readonly directories: string[]
  /** Nothing was left out: what was not found is not there. */
  isWhole: boolean
}

async function* walk(directory: string, root: string, walked: Walked): AsyncGenerator<string> {
  walked.directories.push(directory)
  for (const entry of await entriesOf(directory, root, walked)) {
    const inner = path.join(directory, entry.name)
    if (entry.isFile()) yield inner
    else if (entry.isDirectory() && path.relative(root, inner).split(path.sep).length < DEEPEST) {
      yield* walk(inner, root, walked)
    }
  }
}

/** A folder within that cannot be read, or has gone meanwhile, hides what is in it and nothing else. */
async function entriesOf(directory: string, root: string, walked: Walked): Promise<Dirent[]> {
  const entries: Dirent[] = []
  try {
    for await (const entry of await opendir(directory)) {
      if (!entry.name.startsWith('.')) entries.push(entry)
      if (entries.length <= MOST_ENTRIES) continue
      walked.isWhole = false
      break
    }
  } catch (error) {
    if (directory === root) throw unreachable(error)
    walked.isWhole = false
  }
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1))
}

const unreachable = (error: unknown) =>
  new ParleyError(
    'source_unreachable',
    { reason: (error as NodeJS.ErrnoException).code ?? 'unknown' },
    { cause: error },
  )

/** Undefined: it has gone meanwhile, or is another file than it was. */
async function readFile(file: string, key: string, former: string | null | undefined): Promise<FoundItem | undefined> {
  // A folder on the way may have become a link since it was walked into.
  if ((await realpath(file).catch(() => null)) !== file) return undefined
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    asFailure(key),
  )
  if ('state' in handle) return handle
  try {
    const before = await handle.stat()
    if (!before.isFile()) return undefined
    const fingerprint = `${before.size}:${before.mtimeMs}`
    if (fingerprint === former) return { key, state: 'same' }
    const restedMs = Date.now() - before.mtimeMs
    if (Math.abs(restedMs) < SETTLED_MS) return { key, state: 'unsettled', restsInMs: SETTLED_MS - restedMs }
    if (before.size > LARGEST_FILE) return { key, state: 'failed', fingerprint, failure: TOO_LARGE }
    const bytes = new Uint8Array(await handle.readFile())
    const after = await handle.stat()
    const isSame = after.size === before.size && after.mtimeMs === before.mtimeMs
    if (!isSame) return { key, state: 'unsettled', restsInMs: SETTLED_MS }
    return {
      ...{ key, state: 'read', fingerprint, title: titleOfPath(key) },
      content: { fileName: path.basename(file), bytes },
    }
  } finally {
    await handle.close()
  }
}

const TOO_LARGE = { code: 'document_too_large', parameters: {} }

const asFailure =
  (key: string) =>
  (error: NodeJS.ErrnoException): FoundItem => ({
    ...{ key, state: 'failed' },
    failure: { code: 'source_unreachable', parameters: { reason: error.code ?? 'unknown' } },
  })
