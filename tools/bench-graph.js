import { mkdtemp } from 'node:fs/promises'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { connectToDatabase } from './bench/fresh-database.js'
import { fillGraph } from './bench/graph-filler.js'
import { administrator, call } from './bench/people.js'
import { percentile } from './bench/percentile.js'
import { inRepository, progress, runCommand } from './repository.js'
import { startServer } from './start-server.js'

/** What a page of the graph asks for, and a question that follows its ways. */
const asked = ({ hub, other }) => ({
  'graph.review': ['graph.review', {}],
  'graph.effects': ['graph.effects', {}],
  'graph.find, most edges': ['graph.find', { name: '' }],
  'graph.find, by name': ['graph.find', { name: 'system 1' }],
  'graph.around, a hub, three steps': ['graph.around', { entityId: hub, depth: 3, withRules: true }],
  'graph.paths': ['graph.paths', { fromId: hub, toId: other, withRules: true }],
  'a question': ['assistant.ask', { text: 'Which suppliers does system 5 depend on?' }],
})

/** Measures the graph through HTTP over generated edges: the time to the answer, and how long the server's event loop is busy in one go. */
async function benchGraph({ entities, edges, rounds }) {
  const socketPath = path.join(await mkdtemp(path.join(os.tmpdir(), 'parley-loop-')), 'monitor.sock')
  const monitor = pathToFileURL(inRepository('tests/event-loop/event-loop-monitor.js')).href
  const environment = {
    ...{ PARLEY_ADMIN_EMAIL: administrator.email, PARLEY_ADMIN_PASSWORD: administrator.password },
    ...{ PARLEY_RATE_LIMITS: 'off', EVENT_LOOP_SOCKET: socketPath, NODE_OPTIONS: `--import ${monitor}` },
  }
  const server = await startServer({ environment })
  const database = await connectToDatabase(server.dataDirectory)
  try {
    const { token, user } = await call(server.url, 'auth.signIn', administrator)
    progress(`writing ${entities} entities and ${edges} edges …`)
    const workspaceId = (await database.query('select id from workspaces')).rows[0].id
    const { hub, ...sizes } = await fillGraph(database, { workspaceId, userId: user.id, entities, edges })
    const other = (await database.query("select id from graph_entities where name_key = 'system 5'")).rows[0].id
    await delay(2_000)
    const figures = { idle: await measure(socketPath, rounds, () => delay(200)) }
    for (const [what, [name, input]] of Object.entries(asked({ hub, other }))) {
      figures[what] = await measure(socketPath, rounds, () => ask(server.url, name, input, token))
    }
    return { sizes, figures }
  } finally {
    await database.end()
    await server.stop()
  }
}

/** The first round is not counted: it warms what is warm from then on. */
async function measure(socketPath, rounds, act) {
  const measured = []
  for (let round = 0; round <= rounds; round += 1) {
    await longestSince(socketPath)
    const startedAt = performance.now()
    await act()
    const spentMs = performance.now() - startedAt
    const { delayMs, busyMs } = await longestSince(socketPath)
    if (round > 0) measured.push({ spentMs, delayMs, busyMs })
  }
  const of = (key, share) =>
    percentile(
      measured.map((one) => one[key]),
      share,
    )
  return {
    'answer p50': of('spentMs', 0.5),
    'busy p50': of('busyMs', 0.5),
    'busy max': of('busyMs', 1),
    'delay p50': of('delayMs', 0.5),
  }
}

const longestSince = async (socketPath) => JSON.parse(await text(connect(socketPath)))

async function ask(url, name, input, token) {
  if (name === 'assistant.ask') return call(url, name, input, token)
  const answer = await fetch(`${url}/api/${name}?${new URLSearchParams(input)}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      entities: { type: 'string', default: '5000' },
      edges: { type: 'string', default: '20000' },
      rounds: { type: 'string', default: '10' },
    },
  })
  const { sizes, figures } = await benchGraph({
    entities: Number(values.entities),
    edges: Number(values.edges),
    rounds: Number(values.rounds),
  })
  console.log(JSON.stringify(sizes))
  console.table(figures)
})
