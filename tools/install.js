import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { checkNodeVersion } from './node-version.js'
import { withProcessLock } from './process-lock.js'
import { inRepository, isStartedDirectly, progress, ReadableError, runCommand } from './repository.js'

const lockFile = inRepository('package-lock.json')
/** npm's own record of what lies in `node_modules`. */
const installedFile = inRepository('node_modules', '.package-lock.json')
const stampFile = inRepository('node_modules', '.parley-lock')

/** Installs the locked packages when they are missing or older than the lock file. Safe when two processes race. */
export async function ensureInstalled() {
  checkNodeVersion()
  if (await isInstalled()) return
  await withProcessLock('install', async () => {
    if (await isInstalled()) return
    if (!(await matchesLockFile())) await installPackages()
    await writeFile(stampFile, await lockHash())
  })
}

async function isInstalled() {
  return (await readOrEmpty(stampFile)) === (await lockHash())
}

const lockHash = async () =>
  createHash('sha256')
    .update(await readFile(lockFile))
    .digest('hex')

/** True after somebody's own `npm install`: installing once more would only pull the floor from under running programs. */
async function matchesLockFile() {
  return fulfils(parsePackages(await readOrEmpty(installedFile)), parsePackages(await readFile(lockFile, 'utf8')))
}

/** True when every locked package is installed in its locked version; optional ones may be for other platforms. */
export function fulfils(installed, locked) {
  return Object.entries(locked).every(([path, wanted]) => {
    const present = installed[path]
    if (!present) return path === '' || wanted.optional === true
    return present.version === wanted.version && present.integrity === wanted.integrity
  })
}

const parsePackages = (text) => (text === '' ? {} : JSON.parse(text).packages)

async function readOrEmpty(file) {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return ''
    throw error
  }
}

async function installPackages() {
  progress('installing the locked packages (npm ci) …')
  const startedAt = Date.now()
  const code = await runNpm(['ci', '--no-audit', '--no-fund'])
  if (code !== 0) {
    throw new ReadableError(
      `npm ci failed with code ${code}; its own words are above. Check the network, then try again.`,
    )
  }
  progress(`packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s`)
}

function runNpm(parameters) {
  const isWindows = process.platform === 'win32'
  return new Promise((resolve, reject) => {
    // npm's output goes to stderr as well: the caller's stdout belongs to the caller.
    const child = spawn(isWindows ? 'npm.cmd' : 'npm', parameters, {
      cwd: inRepository(),
      stdio: ['ignore', process.stderr, process.stderr],
      shell: isWindows,
    })
    child.on('error', () => reject(new ReadableError('npm was not found; it comes with Node.js: https://nodejs.org')))
    child.on('close', (code, signal) => resolve(code ?? signal))
  })
}

if (isStartedDirectly(import.meta.url)) await runCommand(ensureInstalled)
