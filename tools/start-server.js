import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { inRepository } from './repository.js'

/**
 * Starts Parley on an empty directory, with the bundled database.
 * @param {{ environment?: Record<string, string>, launcher?: string[] }} [options] `launcher`: a program and its
 *   parameters that replaces itself with the server, as `taskset` does
 * @returns its address, its set-up token (unless the environment names an administrator), and how to end it
 */
export async function startServer({ environment = {}, launcher = [] } = {}) {
  const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'parley-fresh-'))
  // As root the database runs as another user, who must be able to enter.
  await chmod(dataDirectory, 0o711)
  const [program, ...parameters] = [...launcher, process.execPath, 'tools/start.js']
  const child = spawn(program, parameters, {
    cwd: inRepository('.'),
    env: { ...process.env, ...freshServer(dataDirectory), ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async () => {
    const closed = once(child, 'close')
    if (child.kill('SIGTERM')) await closed
    await rm(dataDirectory, { recursive: true, force: true })
  }
  const isSetUp = environment.PARLEY_ADMIN_EMAIL !== undefined
  try {
    return { ...(await readAddresses(child, isSetUp)), pid: child.pid, dataDirectory, stop }
  } catch (error) {
    await rm(dataDirectory, { recursive: true, force: true })
    throw error
  }
}

const freshServer = (dataDirectory) => ({
  PARLEY_PORT: '0',
  PARLEY_DATA_DIR: dataDirectory,
  PARLEY_LOG_LEVEL: 'warn',
  DATABASE_URL: '',
})

async function readAddresses(child, isSetUp) {
  let said = ''
  child.stdout.on('data', (piece) => {
    said += piece
  })
  for (;;) {
    const url = /^Parley is ready at (http:\S+)$/m.exec(said)?.[1]
    const token = /\/setup\?token=(\S+)/.exec(said)?.[1]
    if (url && (token || isSetUp)) return { url, token }
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await Promise.race([once(child.stdout, 'data'), once(child, 'close')])
  }
}
