import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>
  readonly input?: string
}

const program = fileURLToPath(new URL('../../../../bin/parley.js', import.meta.url))

/** The command as people start it, in a process of its own, in English and signed in nowhere unless told otherwise. */
export async function runParley(
  parameters: readonly string[],
  { environment, input }: RunOptions = {},
): Promise<Outcome> {
  const cleared = { PARLEY_URL: '', PARLEY_TOKEN: '', LC_ALL: '', LC_MESSAGES: '', LANG: 'en_US.UTF-8' }
  const child = spawn(process.execPath, [program, ...parameters], {
    env: { ...process.env, ...cleared, XDG_CONFIG_HOME: '/nonexistent', ...environment },
  })
  child.stdin.end(input ?? '')
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code))
  })
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}
