import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureChromium } from './browser.js'
import { ensureBuilt } from './build.js'
import { runChecks } from './check.js'
import { ensureInstalled } from './install.js'
import { inRepository, progress } from './repository.js'
import { startSystemPostgres } from './system-postgres.js'

const nothing = { passed: 0, failed: 0, skipped: 0, failures: [] }

/** Colours are for eyes: a log file is read by other means, too. */
const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1' }

const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + (b.skipped ?? 0),
  failures: [...a.failures, ...(b.failures ?? [])],
})

/** A step that breaks counts as one failure, and the steps after it still run. */
async function attempt(name, step) {
  progress(`── ${name}`)
  try {
    return { ...nothing, ...(await step()) }
  } catch (error) {
    progress(`${name} FAILED: ${error.message}`)
    return { ...nothing, failed: 1, failures: [`${name}: ${error.message}`] }
  }
}

/** Runs one project of vitest; a project that has no test fails, for it proves nothing. */
async function runProject(project, environment = {}, folders = []) {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-test-report-'))
  const report = path.join(folder, 'report.json')
  try {
    const code = await runVitest(
      ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...folders],
      environment,
    )
    return judge(project, code, JSON.parse(await readFile(report, 'utf8')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function judge(project, code, report) {
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: todo } = report
  if (passed + failed === 0) throw new Error(`no test of the project "${project}" ran`)
  const skipped = pending + todo
  if (code === 0) return { passed, failed, skipped }
  // A file that does not load, or an error outside every test, fails the run without a failed test.
  return { passed, failed: Math.max(failed, 1), skipped, failures: failuresIn(project, report) }
}

/** What went wrong, named: the end of a long log is what people read first. */
function failuresIn(project, { testResults }) {
  const failed = testResults.flatMap(({ name: file, status, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName)
    const names = tests.length === 0 && status === 'failed' ? ['does not load'] : tests
    return names.map((name) => `${project}: ${path.relative(inRepository(), file)}: ${name}`)
  })
  return failed.length > 0 ? failed : [`${project}: an error outside every test`]
}

function runVitest(parameters, environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRepository('node_modules/vitest/vitest.mjs'), ...parameters], {
      cwd: inRepository(),
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...colours, ...environment },
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? signal))
  })
}

/** Never skipped in silence: without a browser its tests are counted as skipped, and with `CI` set that is a failure. */
async function runBrowserTests() {
  const browser = await ensureChromium().catch((error) => error)
  if (typeof browser === 'string') return runProject('browser', { PARLEY_CHROMIUM: browser })
  if (process.env.CI) throw browser
  progress(`THE BROWSER TESTS ARE SKIPPED: ${browser.message}`)
  const files = await readdir(inRepository('tests/browser'))
  return { skipped: files.filter((file) => file.endsWith('.browser.test.ts')).length }
}

/** What speaks SQL must pass on the oldest PostgreSQL that an administrator may bring, too. */
const databaseFolders = ['store', 'commands', 'queries', 'policies', 'realtime', 'http'].map(
  (folder) => `apps/server/src/${folder}/`,
)

async function runOnSystemPostgres() {
  const postgres = await startSystemPostgres()
  if (!postgres) {
    progress(
      'NOT RUN: there is no PostgreSQL of 15 or newer in /usr/lib/postgresql (Debian: apt-get install postgresql)',
    )
    return { skipped: 1 }
  }
  progress(`on PostgreSQL ${postgres.version}`)
  try {
    return await runProject('unit', { PARLEY_TEST_DATABASE_URL: postgres.url }, databaseFolders)
  } finally {
    await postgres.stop()
  }
}

const steps = {
  build: () => ensureBuilt(),
  checks: runChecks,
  'unit tests': () => runProject('unit'),
  'database tests on a given server': runOnSystemPostgres,
  'fault tests': () => runProject('faults'),
  'browser tests': runBrowserTests,
}

let total = await attempt('installation', ensureInstalled)
// Without the packages nothing else can say anything of use.
const remaining = total.failed === 0 ? Object.entries(steps) : []
for (const [name, step] of remaining) total = add(total, await attempt(name, step))

process.exitCode = total.failed === 0 ? 0 : 1
for (const failure of total.failures) console.log(`failed: ${failure}`)
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
