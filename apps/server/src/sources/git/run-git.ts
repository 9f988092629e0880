import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ParleyError } from '@parley/protocol'

export interface GitCall {
  readonly arguments: readonly string[]
  readonly directory: string
  readonly signal: AbortSignal
  /** Configuration of this call. */
  readonly configuration?: readonly string[]
  /** What its arguments must not show. */
  readonly environment?: Readonly<Record<string, string>>
}

const MAX_OUTPUT = 64 * 1024 * 1024
const MAX_COMPLAINT = 4_000
/** Neither the machine's configuration nor a repository's has a say in what is run here. */
const CONFIGURATION = [
  ...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'credential.helper=', 'protocol.allow=never'],
  ...['protocol.https.allow=always', 'protocol.http.allow=always', 'protocol.file.allow=always'],
  // An address was judged before it is called; where it would lead was not.
  'http.followRedirects=false',
  // Larger files are not unfolded in memory.
  ...['core.bigFileThreshold=1m', 'fetch.unpackLimit=1', 'gc.auto=0', 'maintenance.auto=false', 'core.compression=1'],
]

/** Git ended with an error; what it said is for the log alone. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

/** Starts the installed git, with nothing of this process's surroundings. */
export function startGit({ arguments: rest, directory, signal, configuration = [], environment = {} }: GitCall) {
  const configured = [...CONFIGURATION, ...configuration].flatMap((entry) => ['-c', entry])
  return spawn('git', [...configured, ...rest], {
    cwd: directory,
    signal,
    killSignal: 'SIGKILL',
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: directory,
      LANG: 'C',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_ASKPASS: 'true',
      GIT_NO_LAZY_FETCH: '1',
      GIT_HTTP_LOW_SPEED_LIMIT: '1000',
      GIT_HTTP_LOW_SPEED_TIME: '30',
      ...environment,
    },
  })
}

/** What git says. @throws GitError, ParleyError `source_git_missing` */
export async function runGit(call: GitCall): Promise<string> {
  const child = startGit(call)
  child.stdin.end()
  const [output, complaint] = await Promise.all([
    readUpTo(child.stdout, MAX_OUTPUT),
    readUpTo(child.stderr, MAX_COMPLAINT),
    once(child, 'close').catch((error: unknown) => Promise.reject(explain(error))),
  ])
  if (child.exitCode !== 0) throw new GitError(complaint.trim() || `git ended with ${child.exitCode}`)
  return output
}

async function readUpTo(stream: NodeJS.ReadableStream, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= limit) chunks.push(chunk)
    else if (limit > MAX_COMPLAINT) throw new ParleyError('source_too_large')
  }
  return Buffer.concat(chunks).toString('utf8')
}

const explain = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT' ? new ParleyError('source_git_missing') : error

const OLDEST = [2, 37]

/** Older ones would call an address without our having judged it. @throws ParleyError `source_git_missing` */
export async function requireGit(directory: string, signal: AbortSignal): Promise<void> {
  const said = await runGit({ arguments: ['--version'], directory, signal })
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(said) ?? []
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST
  const isNew = Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor)
  if (!isNew) throw new ParleyError('source_git_missing')
}
