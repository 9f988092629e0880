import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** Where Debian and Ubuntu put each major version. */
const versionsFolder = '/usr/lib/postgresql'
const patienceMs = 30_000

/** PostgreSQL refuses to run as root: then it runs as nobody. */
const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/** Starts a private cluster of the system's own PostgreSQL (15 or newer), or answers null when there is none. */
export async function startSystemPostgres() {
  const version = await newestVersion()
  if (version === null) return null
  const directory = await mkdtemp(path.join(tmpdir(), 'parley-pg-'))
  await chmod(directory, 0o700)
  if (account.uid) await chown(directory, account.uid, account.gid)
  const programs = path.join(versionsFolder, String(version), 'bin')
  const options = { cwd: '/', ...account }
  try {
    const made = ['-D', `${directory}/data`, '-U', 'parley', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust']
    await run(path.join(programs, 'initdb'), made, options)
    const child = spawn(path.join(programs, 'postgres'), serverParameters(directory), { ...options, stdio: 'ignore' })
    const stop = async () => {
      const ended = child.exitCode === null ? once(child, 'exit') : null
      child.kill('SIGINT')
      await ended
      await rm(directory, { recursive: true, force: true })
    }
    await waitUntilReady(path.join(programs, 'pg_isready'), directory, child).catch((error) =>
      stop().then(() => Promise.reject(error)),
    )
    return { version, url: `postgresql://parley@localhost/postgres?host=${encodeURIComponent(directory)}`, stop }
  } catch (error) {
    await rm(directory, { recursive: true, force: true })
    throw error
  }
}

async function newestVersion() {
  const names = await readdir(versionsFolder).catch(() => [])
  const versions = names.map(Number).filter((version) => version >= 15)
  return versions.length > 0 ? Math.max(...versions) : null
}

/** Tests ask for speed and many connections, and lose nothing with a crash. */
function serverParameters(directory) {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: directory,
    max_connections: '200',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  }
  return ['-D', `${directory}/data`, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

async function waitUntilReady(isReady, directory, child) {
  for (const end = Date.now() + patienceMs; Date.now() < end && child.exitCode === null; await delay(100)) {
    if (
      await run(isReady, ['-h', directory]).then(
        () => true,
        () => false,
      )
    )
      return
  }
  throw new Error('the PostgreSQL of this system did not start')
}
