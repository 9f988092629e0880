import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type FoundItem, LARGEST_FILE, MOST_DOCUMENTS, type SourceSeen, type SourceToRead } from '../found-item'
import { takenFiles, titleOfPath } from '../taken-files'
import { BlobReader } from './blob-reader'
import { fetchCommit, readTip } from './fetch-commit'
import { remoteOf } from './remote-of'
import { requireGit, runGit } from './run-git'

type GitSource = SourceToRead<Extract<SourceToRead['settings'], { kind: 'git' }>>

/** The files of a branch's newest commit that are taken; nothing is fetched while it is the one that was read before. */
export async function* readGit(source: GitSource, signal: AbortSignal): AsyncGenerator<FoundItem, SourceSeen> {
  const { settings, secret, known, memory, limits } = source
  await mkdir(limits.workDirectory, { recursive: true, mode: 0o700 })
  const directory = await mkdtemp(path.join(limits.workDirectory, 'git-'))
  try {
    // Read as the home of whoever runs it: that a repository may be another's is believed of this file alone.
    await writeFile(path.join(directory, '.gitconfig'), '[safe]\n\tdirectory = *\n')
    await requireGit(directory, signal)
    const remote = await remoteOf(settings.address, limits, secret)
    const fetching = { remote, branch: settings.branch, directory, signal }
    const tip = await readTip(fetching)
    if (tip === (memory as { commit?: string } | null)?.commit && isTakenIn(source)) {
      for (const key of known.keys()) yield { key, state: 'same' }
      return { isWhole: true }
    }
    return yield* readCommit(source, directory, await fetchCommit(fetching), signal)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** What could not be taken in the last time is tried again. */
const isTakenIn = ({ known }: GitSource) => [...known.values()].every(({ fingerprint }) => fingerprint !== null)

async function* readCommit(
  { settings, known }: GitSource,
  directory: string,
  commit: string,
  signal: AbortSignal,
): AsyncGenerator<FoundItem, SourceSeen> {
  const isTaken = takenFiles(settings.patterns)
  const files = (await listFiles(directory, commit, signal)).filter(({ key }) => isTaken(key))
  const blobs = BlobReader.open(directory, signal)
  try {
    for (const { key, blob, size } of files.slice(0, MOST_DOCUMENTS)) {
      if (known.get(key)?.fingerprint === blob) yield { key, state: 'same' }
      else if (size > LARGEST_FILE) yield { key, state: 'failed', fingerprint: blob, failure: TOO_LARGE }
      else yield await readFile(blobs, { key, blob, commit })
    }
  } finally {
    await blobs.close()
  }
  // Where not all was taken, the commit is not remembered: what is left is looked for again.
  const isWhole = files.length <= MOST_DOCUMENTS
  return { isWhole, ...(isWhole && { memory: { commit } }) }
}

const TOO_LARGE = { code: 'document_too_large', parameters: {} }

async function readFile(
  blobs: BlobReader,
  { key, blob, commit }: { readonly key: string; readonly blob: string; readonly commit: string },
): Promise<FoundItem> {
  const content = { fileName: path.posix.basename(key), bytes: await blobs.read(blob) }
  return { key, state: 'read', title: titleOfPath(key), fingerprint: blob, content, origin: commit }
}

interface TreeFile {
  readonly key: string
  readonly blob: string
  readonly size: number
}

/** `mode type blob size\tpath`; links and other repositories are left out. */
const ENTRY = /^100(?:644|755) blob ([0-9a-f]+) +(\d+)\t(.+)$/s
const LONGEST_KEY = 500

async function listFiles(directory: string, commit: string, signal: AbortSignal): Promise<TreeFile[]> {
  const call = ['ls-tree', '-r', '-l', '-z', '--full-tree', commit]
  const said = await runGit({ arguments: call, directory, signal })
  return said.split('\0').flatMap((entry) => {
    const [, blob, size, key] = ENTRY.exec(entry) ?? []
    return blob && key && key.length <= LONGEST_KEY ? [{ key, blob, size: Number(size) }] : []
  })
}
