import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { inRepository } from '../repository.js'

/** Starts Parley on an empty directory. Answers its address, its set-up token, and how to end it. */
export async function startServer() {
  const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'parley-screenshots-'))
  // As root the database runs as another user, who must be able to enter.
  await chmod(dataDirectory, 0o711)
  const child = spawn(process.execPath, ['tools/start.js'], {
    cwd: inRepository('.'),
    env: { ...process.env, PARLEY_PORT: '0', PARLEY_DATA_DIR: dataDirectory, PARLEY_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async () => {
    const closed = once(child, 'close')
    child.kill('SIGTERM')
    await closed
    await rm(dataDirectory, { recursive: true, force: true })
  }
  return { ...(await readAddresses(child)), stop }
}

async function readAddresses(child) {
  let said = ''
  child.stdout.on('data', (piece) => {
    said += piece
  })
  for (;;) {
    const url = /^Parley is ready at (http:\S+)$/m.exec(said)?.[1]
    const token = /\/setup\?token=(\S+)/.exec(said)?.[1]
    if (url && token) return { url, token }
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await Promise.race([once(child.stdout, 'data'), once(child, 'close')])
  }
}
