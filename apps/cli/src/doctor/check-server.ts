import { createServer } from 'node:net'
import { createHttpClient } from '@parley/client'
import type { QueryAnswer } from '@parley/protocol'
import { type Finding, type Patient, reasonOf } from './finding'

type Health = QueryAnswer<'health'>

const PATIENCE_MS = 5_000

/** The port that a server would take, and the server that is running, if one is. */
export async function checkServer(patient: Patient): Promise<Finding[]> {
  const health = await readHealth(patient.url)
  return [await checkPort(patient), describeHealth(patient, health)]
}

/** Whatever goes wrong, there is no Parley to be asked. */
async function readHealth(url: string): Promise<Health | null> {
  return createHttpClient({ baseUrl: url, timeoutMs: PATIENCE_MS })
    .query('health', {})
    .catch(() => null)
}

function describeHealth({ terminal: { text }, url }: Patient, health: Health | null): Finding {
  if (!health) {
    const detail = text('cli.doctor.server.absent', { url })
    return { check: 'server', status: 'ok', detail, advice: text('cli.doctor.startAdvice') }
  }
  const detail = text('cli.doctor.server.running', { ...health, url })
  if (health.status === 'ok') return { check: 'server', status: 'ok', detail }
  const status = health.database === 'ok' ? 'warn' : 'fail'
  return { check: 'server', status, detail, advice: text('cli.doctor.server.advice') }
}

async function checkPort({ terminal: { text }, environment }: Patient): Promise<Finding> {
  const port = environment.PARLEY_PORT || environment.PORT || '8060'
  const host = environment.PARLEY_HOST || '127.0.0.1'
  try {
    await tryToListen(Number(port), host)
    return { check: 'port', status: 'ok', detail: text('cli.doctor.port.free', { port, host }) }
  } catch (error) {
    if (await readHealth(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`)) {
      return { check: 'port', status: 'ok', detail: text('cli.doctor.port.parley', { port, host }) }
    }
    const detail = text('cli.doctor.port.taken', { port, host, reason: reasonOf(error) })
    return { check: 'port', status: 'fail', detail, advice: text('cli.doctor.port.advice') }
  }
}

/** @throws when the port is taken, or may not be listened on. */
function tryToListen(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve()))
  })
}
