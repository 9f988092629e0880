import { execFile } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { connectToDatabase } from './fresh-database.js'
import { readProcesses } from './processor-time.js'

const patienceMs = 600_000

/** The language model's process leaves the server's core, as it would where there are cores enough. */
export async function moveEncoderTo(core, serverPid) {
  const processes = await readProcesses()
  for (const [pid, { parent, name }] of processes) {
    if (parent !== serverPid || name !== 'node') continue
    await promisify(execFile)('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(pid)])
  }
}

/** How long the assistant goes on reading after the last message was sent, in seconds. */
export async function waitUntilRead(dataDirectory) {
  const startedAt = performance.now()
  const database = await connectToDatabase(dataDirectory)
  try {
    while ((await countUnread(database)) > 0) {
      if (performance.now() - startedAt > patienceMs) throw new Error('the assistant did not read what was sent')
      await delay(250)
    }
  } finally {
    await database.end()
  }
  return (performance.now() - startedAt) / 1_000
}

async function countUnread(database) {
  const { rows } = await database.query(
    `select coalesce(sum(last_seq - coalesce(read.seq, 0)), 0)::int as unread
     from channels join streams using (id)
     left join reader_cursors read on read.stream_id = channels.id and read.reader = 'assistant'
     where channels.name = 'bench'`,
  )
  return rows[0].unread
}
