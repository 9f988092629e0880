import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { administrator, call } from './bench/people.js'
import { writeSlackArchive } from './bench/slack-archive.js'
import { progress, runCommand } from './repository.js'
import { startServer } from './start-server.js'

const LOOK_MS = 200

/** How long a Slack export takes to be looked through, taken over, and taken over once more, and what the server needs for it. */
async function benchImport({ messages }) {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'parley-import-'))
  const archive = path.join(directory, 'export.zip')
  progress(`writing an archive of ${messages} messages …`)
  await writeSlackArchive(archive, messages)
  const environment = { PARLEY_ADMIN_EMAIL: administrator.email, PARLEY_ADMIN_PASSWORD: administrator.password }
  const server = await startServer({ environment })
  try {
    const { token } = await call(server.url, 'auth.signIn', administrator)
    const atRest = await peakMegabytes(server.pid)
    const run = (isDryRun) => measureImport(server, token, { archive, isDryRun })
    const measured = { preview: await run(true), import: await run(false), again: await run(false) }
    return { archiveMegabytes: Math.round((await stat(archive)).size / 1e6), atRest, load: os.loadavg()[0], measured }
  } finally {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

async function measureImport({ url, pid }, token, { archive, isDryRun }) {
  const { archiveId } = await upload(url, token, archive)
  const startedAt = performance.now()
  const { transfer } = await call(url, 'imports.start', { archiveId, source: 'slack', isDryRun }, token)
  const { messages } = (await untilDone(url, token, transfer.id)).importReport
  const seconds = (performance.now() - startedAt) / 1000
  return {
    ...messages,
    seconds: Number(seconds.toFixed(1)),
    'a second': Math.round((messages.added + messages.known) / seconds),
    'peak MB': await peakMegabytes(pid),
  }
}

async function upload(url, token, archive) {
  const answer = await fetch(`${url}/api/imports.upload`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${token}` },
    body: createReadStream(archive),
    duplex: 'half',
  })
  return answer.json()
}

async function untilDone(url, token, transferId) {
  for (;;) {
    const answer = await fetch(`${url}/api/transfers.get?${new URLSearchParams({ transferId })}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { transfer } = await answer.json()
    if (transfer.status === 'done') return transfer
    if (transfer.status === 'failed') throw new Error(JSON.stringify(transfer.failure))
    progress(`${Math.round(transfer.progress * 100)} %`)
    await delay(LOOK_MS)
  }
}

/** The most that the server's own process has held in memory since its start. Linux only. */
async function peakMegabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1024)
}

const { values } = parseArgs({ options: { messages: { type: 'string', default: '100000' } } })

await runCommand(async () => {
  const { measured, ...about } = await benchImport({ messages: Number(values.messages) })
  console.table(measured)
  console.log(about)
})
