import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { ParleyError } from '@parley/protocol'
import type { Remote } from './remote-of'
import { GitError, runGit } from './run-git'

export interface Fetching {
  readonly remote: Remote
  readonly branch: string | null
  readonly directory: string
  readonly signal: AbortSignal
}

const TIMEOUT_MS = 10 * 60 * 1000
const LARGEST_REPOSITORY = 1024 * 1024 * 1024
const LOOK_MS = 250

/** The commit that a branch is at, without fetching anything. @throws ParleyError */
export async function readTip({ remote, branch, directory, signal }: Fetching): Promise<string> {
  const reference = branch === null ? 'HEAD' : `refs/heads/${branch}`
  const patience = AbortSignal.any([signal, AbortSignal.timeout(30_000)])
  const call = { directory, signal: patience, ...waysOf(remote) }
  const said = await runGit({ ...call, arguments: ['ls-remote', '--', remote.address, reference] }).catch((error) =>
    refuse(error, signal),
  )
  const commit = /^([0-9a-f]{40,64})\t/.exec(said)?.[1]
  if (!commit) throw new ParleyError('source_branch_missing', { branch: branch ?? 'HEAD' })
  return commit
}

/** Fetches that branch's newest commit, and of its history nothing. @throws ParleyError `source_too_large` and others */
export async function fetchCommit({ remote, branch, directory, signal }: Fetching): Promise<string> {
  const limit = new AbortController()
  const watch = setInterval(() => void refuseTooLarge(directory, limit), LOOK_MS)
  try {
    const patience = AbortSignal.any([signal, limit.signal, AbortSignal.timeout(TIMEOUT_MS)])
    const call = { directory, signal: patience, ...waysOf(remote) }
    const reference = `+${branch === null ? 'HEAD' : `refs/heads/${branch}`}:refs/parley/tip`
    const how = ['--depth=1', '--no-tags', '--no-write-fetch-head', '--quiet', '--no-recurse-submodules']
    await runGit({ ...call, arguments: ['init', '--bare', '--quiet', '.'] })
    await runGit({ ...call, arguments: ['fetch', ...how, '--', remote.address, reference] })
    return (await runGit({ ...call, arguments: ['rev-parse', 'refs/parley/tip'] })).trim()
  } catch (error) {
    if (limit.signal.aborted) throw new ParleyError('source_too_large')
    return refuse(error, signal)
  } finally {
    clearInterval(watch)
  }
}

const waysOf = ({ configuration, environment }: Remote) => ({ configuration, environment })

async function refuseTooLarge(directory: string, limit: AbortController): Promise<void> {
  const packs = path.join(directory, 'objects', 'pack')
  let size = 0
  for (const name of await readdir(packs).catch(() => [])) {
    size += (await stat(path.join(packs, name)).catch(() => ({ size: 0 }))).size
  }
  if (size > LARGEST_REPOSITORY) limit.abort()
}

function refuse(error: unknown, signal: AbortSignal): never {
  signal.throwIfAborted()
  if (error instanceof GitError && WANTS_SECRET.test(error.message))
    throw new ParleyError('source_refused', { status: 401 }, { cause: error })
  if (error instanceof GitError && NO_REPOSITORY.test(error.message))
    throw new ParleyError('source_missing', {}, { cause: error })
  if (error instanceof GitError)
    throw new ParleyError('source_unreachable', { reason: reasonOf(error) }, { cause: error })
  if (error instanceof Error && error.name === 'AbortError') {
    throw new ParleyError('source_unreachable', { reason: 'ETIMEDOUT' }, { cause: error })
  }
  throw error
}

const WANTS_SECRET = /authentication failed|could not read username|returned error: 40[13]/i

const NO_REPOSITORY =
  /does not appear to be a git repository|repository .* not found|returned error: 404|not valid: is this a git repository/i

/** What Git says in a sentence of its own, as the code that everybody else gives for it. */
const SAID_BY_GIT: readonly (readonly [RegExp, string])[] = [
  [/could not resolve host/i, 'ENOTFOUND'],
  [/connection refused|failed to connect/i, 'ECONNREFUSED'],
  [/timed? ?out/i, 'ETIMEDOUT'],
  [/connection reset|unexpected disconnect|early eof|hung up/i, 'ECONNRESET'],
  [/no route to host/i, 'EHOSTUNREACH'],
  [/certificate has expired/i, 'CERT_HAS_EXPIRED'],
  [/ssl certificate problem|certificate verify failed/i, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
]

const reasonOf = (error: GitError): string =>
  SAID_BY_GIT.find(([said]) => said.test(error.message))?.[1] ?? firstLine(error)

/** Without the address, which may hold what is nobody's business. */
const firstLine = ({ message }: GitError): string =>
  (message.split('\n').find((line) => /^(?:fatal|error|remote):/.test(line)) ?? message.split('\n')[0] ?? '')
    .replace(/\S+:\/\/\S+/g, '…')
    .slice(0, 200)
