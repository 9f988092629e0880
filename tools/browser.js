import { execFile, spawn } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { inRepository, isStartedDirectly, progress, ReadableError, runCommand } from './repository.js'

const run = promisify(execFile)
const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
/** Without a Chinese font every picture shows boxes. */
const debianPackages = { browser: 'chromium', font: 'fonts-wqy-microhei' }

/**
 * Path of a Chromium that runs: one that is there, else Debian's package when root, else Playwright's own download.
 * Throws a `ReadableError` when none can be had.
 */
export async function ensureChromium() {
  const present = await findChromium()
  const browser = present ?? (await installChromium())
  if (!(await hasChineseFont())) await installFont()
  return browser
}

async function findChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const inPath = programs.flatMap((program) => folders.map((folder) => path.join(folder, program)))
  const candidates = [process.env.PARLEY_CHROMIUM, ...inPath, ...applications, await playwrightPath()]
  for (const candidate of candidates) if (candidate && (await doesRun(candidate))) return candidate
  return undefined
}

async function playwrightPath() {
  const { chromium } = await import('playwright-core')
  return chromium.executablePath()
}

/** Some distributions install a stub that only says where to get the browser: it must say its version. */
async function doesRun(program) {
  try {
    await access(program, constants.X_OK)
    return /\d+\./.test((await run(program, ['--version'], { timeout: 30_000 })).stdout)
  } catch {
    return false
  }
}

async function installChromium() {
  const attempts = [installFromDebian, installFromPlaywright]
  for (const attempt of attempts) {
    await attempt()
    const found = await findChromium()
    if (found) return found
  }
  throw new ReadableError(
    'no Chromium was found and none could be installed. Install one (Debian: apt-get install chromium), or set PARLEY_CHROMIUM to its path.',
  )
}

const installFromDebian = () => installDebianPackages([debianPackages.browser])

async function installFromPlaywright() {
  progress("downloading Playwright's Chromium …")
  await runLoudly(process.execPath, [inRepository('node_modules/playwright-core/cli.js'), 'install', 'chromium'])
}

async function installDebianPackages(packages) {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return
  progress(`installing ${packages.join(' and ')} (apt-get) …`)
  if (!(await runLoudly('apt-get', ['update', '-q']))) return
  await runLoudly('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages])
}

async function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const listed = await run('fc-list', [':lang=zh', 'family']).catch(() => ({ stdout: '' }))
  return listed.stdout.trim() !== ''
}

async function installFont() {
  await installDebianPackages([debianPackages.font])
  if (await hasChineseFont()) return
  progress(`there is no Chinese font: pictures will show boxes. Install one, such as Debian's ${debianPackages.font}.`)
}

/** True on success; the program's own words go to stderr. */
function runLoudly(program, parameters) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      stdio: ['ignore', process.stderr, process.stderr],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}

if (isStartedDirectly(import.meta.url)) await runCommand(async () => console.log(await ensureChromium()))
