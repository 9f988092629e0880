import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readProcesses } from './bench/processor-time.js'
import { ensureBuilt } from './build.js'
import { inRepository, progress, runCommand } from './repository.js'

/** After this long nothing of the start is under way any more. */
const SETTLED_MS = 30_000

/** How long `npm start` takes on an installed and built tree until it is ready, and what its processes keep in memory. */
async function benchStart({ rounds }) {
  await ensureBuilt()
  const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'parley-start-'))
  // As root the database runs as another user, who must be able to enter.
  await chmod(dataDirectory, 0o711)
  const measured = []
  try {
    for (let round = 0; round <= rounds; round += 1) {
      progress(round === 0 ? 'the first start, on an empty directory …' : `start ${round} of ${rounds} …`)
      measured.push(await measureStart(dataDirectory))
    }
  } finally {
    await rm(dataDirectory, { recursive: true, force: true })
  }
  const [first, ...further] = measured
  return { first, further }
}

async function measureStart(dataDirectory) {
  const startedAt = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: inRepository('.'),
    env: {
      ...process.env,
      PARLEY_DATA_DIR: dataDirectory,
      PARLEY_PORT: '0',
      DATABASE_URL: '',
      PARLEY_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    await untilReady(child)
    const readyMs = performance.now() - startedAt
    await delay(SETTLED_MS)
    return { readyMs, ...(await measureMemory(dataDirectory)) }
  } finally {
    const closed = once(child, 'close')
    process.kill(Number(await readFile(path.join(dataDirectory, 'server.pid'), 'utf8')), 'SIGTERM')
    await closed
  }
}

async function untilReady(child) {
  let said = ''
  for await (const piece of child.stdout) {
    said += piece
    if (/^Parley is ready at /m.test(said)) return
  }
  throw new Error(`the server ended: ${said}`)
}

/** Megabytes by the kernel's proportional share: pages that processes have in common count once. */
async function measureMemory(dataDirectory) {
  const server = Number(await readFile(path.join(dataDirectory, 'server.pid'), 'utf8'))
  const postmaster = Number(
    (await readFile(path.join(dataDirectory, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0],
  )
  const processes = await readProcesses()
  const isBelow = (pid, root) => pid === root || (processes.has(pid) && isBelow(processes.get(pid).parent, root))
  const pids = [...processes.keys()]
  const database = pids.filter((pid) => isBelow(pid, postmaster))
  const others = pids.filter((pid) => pid !== server && isBelow(pid, server) && !database.includes(pid))
  const share = async (list) => (await Promise.all(list.map(readShareMb))).reduce((sum, one) => sum + one, 0)
  return { serverMb: await share([server]), databaseMb: await share(database), encoderMb: await share(others) }
}

async function readShareMb(pid) {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) / 1024
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } })

await runCommand(async () => {
  const { first, further } = await benchStart({ rounds: Number(values.rounds) })
  const row = ({ readyMs, serverMb, databaseMb, encoderMb }) => ({
    'ready after (s)': (readyMs / 1_000).toFixed(2),
    'server (MB)': serverMb.toFixed(0),
    'database (MB)': databaseMb.toFixed(0),
    'language model (MB)': encoderMb.toFixed(0),
  })
  console.table({ first: row(first), ...Object.fromEntries(further.map((one, index) => [index + 1, row(one)])) })
})
