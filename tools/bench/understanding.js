import { execFile } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { connectToDatabase } from './fresh-database.js'
import { readProcesses } from './processor-time.js'

const patienceMs = 60_000

/** The language model's process leaves the server's core, as it would where there are cores enough. */
export async function moveEncoderTo(core, serverPid) {
  const processes = await readProcesses()
  for (const [pid, { parent, name }] of processes) {
    if (parent !== serverPid || name !== 'node') continue
    await promisify(execFile)('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(pid)])
  }
}

/**
 * Waits until the assistant has read all that was said in a channel; answers how many it read a second meanwhile.
 * Throws when it reads nothing for a minute.
 */
export async function drainBacklog(dataDirectory, channelName) {
  const database = await connectToDatabase(dataDirectory)
  try {
    const startedAt = performance.now()
    const backlog = await countUnread(database, channelName)
    let least = backlog
    let leastAt = startedAt
    for (let left = backlog; left > 0; left = await countUnread(database, channelName)) {
      if (left < least) {
        least = left
        leastAt = performance.now()
      }
      if (performance.now() - leastAt > patienceMs) throw new Error(`the assistant stopped reading: ${left} are left`)
      await delay(250)
    }
    return backlog / ((performance.now() - startedAt) / 1_000)
  } finally {
    await database.end()
  }
}

async function countUnread(database, channelName) {
  const { rows } = await database.query(
    `select coalesce(sum(last_seq - coalesce(read.seq, 0)), 0)::int as unread
     from channels join streams using (id)
     left join reader_cursors read on read.stream_id = channels.id and read.reader = 'assistant'
     where channels.name = $1`,
    [channelName],
  )
  return rows[0].unread
}
