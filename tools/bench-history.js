import { parseArgs } from 'node:util'
import { connectToDatabase } from './bench/fresh-database.js'
import { fillMessages } from './bench/message-filler.js'
import { administrator, call } from './bench/people.js'
import { percentile } from './bench/percentile.js'
import { processorTimeMs } from './bench/processor-time.js'
import { createTexts } from './bench/search-texts.js'
import { progress, runCommand } from './repository.js'
import { startServer } from './start-server.js'

const PAGE = 50

/** Measures, through HTTP, how long the newest page of a long channel takes, and one from its middle. */
async function benchHistory({ messages, rounds }) {
  const environment = {
    PARLEY_ADMIN_EMAIL: administrator.email,
    PARLEY_ADMIN_PASSWORD: administrator.password,
    PARLEY_RATE_LIMITS: 'off',
  }
  const server = await startServer({ environment })
  const database = await connectToDatabase(server.dataDirectory)
  try {
    const { token, user } = await call(server.url, 'auth.signIn', administrator)
    const body = { name: 'long', kind: 'public', withAssistant: false }
    const { channel } = await call(server.url, 'channels.create', body, token)
    progress(`writing ${messages} messages …`)
    const workspaceId = (await database.query('select id from workspaces')).rows[0].id
    const about = { channels: [channel], authorIds: [user.id], workspaceId, count: messages }
    await fillMessages(database, { ...about, textOf: createTexts() })
    await database.query('analyze')
    const page = { channelId: channel.id, limit: PAGE }
    return {
      'the newest 50': await measurePages(server, token, page, rounds),
      '50 in the middle': await measurePages(server, token, { ...page, before: Math.floor(messages / 2) }, rounds),
    }
  } finally {
    await database.end()
    await server.stop()
  }
}

async function measurePages({ url, pid }, token, page, rounds) {
  // Warms caches up.
  for (let round = 0; round < 20; round += 1) await readPage(url, token, page)
  const before = await processorTimeMs(pid)
  const spent = []
  for (let round = 0; round < rounds; round += 1) spent.push(await readPage(url, token, page))
  const cpu = ((await processorTimeMs(pid)) - before) / rounds
  return { p50: percentile(spent, 0.5), p95: percentile(spent, 0.95), cpu: Number(cpu.toFixed(1)), n: rounds }
}

async function readPage(url, token, page) {
  const startedAt = performance.now()
  const answer = await fetch(`${url}/api/messages.list?${new URLSearchParams(page)}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { messages } = await answer.json()
  if (messages?.length !== page.limit) throw new Error(`expected ${page.limit} messages: ${answer.status}`)
  return performance.now() - startedAt
}

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '200' },
  },
})

await runCommand(async () => {
  console.table(await benchHistory({ messages: Number(values.messages), rounds: Number(values.rounds) }))
})
