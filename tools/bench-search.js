import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { connectToDatabase } from './bench/fresh-database.js'
import { fillMessages } from './bench/message-filler.js'
import { administrator, call } from './bench/people.js'
import { percentile } from './bench/percentile.js'
import { processorTimeMs } from './bench/processor-time.js'
import { createTexts } from './bench/search-texts.js'
import { measureWrites } from './bench/word-writes.js'
import { progress, runCommand } from './repository.js'
import { startServer } from './start-server.js'

/** What is searched for; the words stand in the texts of `bench/search-texts.js`. */
const queriesOf = ({ common, commonZh }) => ({
  'common word': [common],
  'common Chinese word': [commonZh],
  'one Chinese character': [commonZh.slice(0, 1)],
  'two-character Chinese word': ['计划', '发布'],
  'rare word': ['commitMessages', '罕见词语', '🎉'],
  'two words': ['release plan', `${common} release`],
  phrase: ['"release plan"', '"发布计划"'],
  'word and operators': ['plan in:#bench-3', 'release from:grace', 'plan -发布', 'release before:today has:link'],
  'operators alone': ['in:#bench-3', 'from:grace has:link', 'has:pin'],
  'nothing found': ['xyzzyxyzzy', 'release in:#bench-2 after:today'],
})

const CHANNELS = 10
const ROUNDS = 20
const WRITE_ROUNDS = 40

/** Measures search through HTTP over generated messages, on a fresh server with the bundled database. */
async function benchSearch({ messages, rounds }) {
  const environment = {
    PARLEY_ADMIN_EMAIL: administrator.email,
    PARLEY_ADMIN_PASSWORD: administrator.password,
    PARLEY_RATE_LIMITS: 'off',
  }
  const server = await startServer({ environment })
  const database = await connectToDatabase(server.dataDirectory)
  try {
    const { token, user } = await call(server.url, 'auth.signIn', administrator)
    const channels = await openChannels(server.url, token)
    const authorIds = [user.id, ...(await addPeople(server.url, token))]
    progress(`writing ${messages} messages …`)
    const textOf = createTexts()
    const workspaceId = (await database.query('select id from workspaces')).rows[0].id
    await fillMessages(database, { channels, authorIds, workspaceId, count: messages, textOf })
    progress('waiting until all have words …')
    const indexing = await waitForWords(server.url, token, database, channels, messages)
    await database.query('analyze')
    const figures = await measureAll(server, token, await commonWords(database), rounds)
    const place = { channelId: channels[0].id, authorId: user.id, workspaceId }
    const writes = await measureWrites(database, { ...place, rounds: WRITE_ROUNDS })
    return { messages, indexing, writes, figures, sizes: await sizesOf(database) }
  } finally {
    await database.end()
    await server.stop()
  }
}

async function openChannels(url, token) {
  const channels = []
  for (let number = 1; number <= CHANNELS; number += 1) {
    const body = { name: `bench-${number}`, kind: number % 2 ? 'public' : 'private', withAssistant: false }
    channels.push((await call(url, 'channels.create', body, token)).channel)
  }
  return channels
}

async function addPeople(url, token) {
  const ids = []
  for (const name of ['Grace', 'Tom', 'Lin', 'Omar']) {
    const body = { name, email: `${name}@example.org`, password: administrator.password }
    ids.push((await call(url, 'users.create', body, token)).user.id)
  }
  return ids
}

/** One message sent in each channel tells the server to look; it finds all the others there. */
async function waitForWords(url, token, database, channels, messages) {
  const startedAt = Date.now()
  for (const { id } of channels) {
    await call(url, 'messages.send', { channelId: id, text: 'wake', clientMessageId: crypto.randomUUID() }, token)
  }
  for (;;) {
    const { rows } = await database.query('select count(*)::int as count from message_words')
    if (rows[0].count >= messages) break
    await delay(500)
  }
  const seconds = (Date.now() - startedAt) / 1_000
  return { seconds: Math.round(seconds), messagesASecond: Math.round(messages / seconds) }
}

/** The most frequent English word and pair of characters, as the database's own statistics have it. */
async function commonWords(database) {
  const { rows } = await database.query(
    `select unnest(most_common_elems::text::text[]) as word, unnest(most_common_elem_freqs[1:array_length(most_common_elems::text::text[], 1)]) as share
     from pg_stats where tablename = 'message_words' and attname = 'words' order by share desc`,
  )
  const first = (pattern) => rows.find(({ word }) => pattern.test(word))?.word
  return { common: first(/^[a-z]{3,}$/) ?? 'release', commonZh: first(/^\p{Script=Han}{2}$/u) ?? '计划' }
}

async function measureAll(server, token, common, rounds) {
  const kinds = [
    ...Object.entries(queriesOf(common)).map(([kind, queries]) => ({ kind, queries, sort: 'newest' })),
    { kind: 'by relevance: common word', queries: [common.common], sort: 'relevance' },
    { kind: 'by relevance: two words', queries: ['release plan'], sort: 'relevance' },
  ]
  const measured = []
  for (const kind of kinds) measured.push(await measureKind(server, token, kind, rounds))
  const all = measured.filter(({ sort }) => sort === 'newest')
  const total = {
    kind: 'newest first, all of these',
    spent: all.flatMap(({ spent }) => spent),
    cpuMs: sum(all, 'cpuMs'),
  }
  return [...measured, total].map(({ kind, spent, cpuMs }) => ({
    kind,
    p50: percentile(spent, 0.5),
    p95: percentile(spent, 0.95),
    cpu: Number((cpuMs / spent.length).toFixed(1)),
    n: spent.length,
  }))
}

const sum = (list, key) => list.reduce((total, one) => total + one[key], 0)

/** Time on the wall of each, and what server and database computed for all of them. */
async function measureKind({ url, pid }, token, { kind, queries, sort }, rounds) {
  // Warms caches up.
  for (const query of queries) await measure(url, token, { query, sort })
  const before = await processorTimeMs(pid)
  const spent = []
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) spent.push(await measure(url, token, { query, sort }))
  }
  return { kind, sort, spent, cpuMs: (await processorTimeMs(pid)) - before }
}

async function measure(url, token, parameters) {
  const startedAt = performance.now()
  const answer = await fetch(`${url}/api/messages.search?${new URLSearchParams(parameters)}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (!answer.ok) throw new Error(`${parameters.query}: ${answer.status} ${await answer.text()}`)
  await answer.json()
  return performance.now() - startedAt
}

async function sizesOf(database) {
  const { rows } = await database.query(
    `select pg_size_pretty(pg_total_relation_size('messages')) as messages,
            pg_size_pretty(pg_table_size('message_words')) as words,
            pg_size_pretty(pg_indexes_size('message_words')) as indexes`,
  )
  return rows[0]
}

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: String(ROUNDS) },
  },
})

await runCommand(async () => {
  const { indexing, writes, figures, sizes, messages } = await benchSearch({
    messages: Number(values.messages),
    rounds: Number(values.rounds),
  })
  console.log(
    `${messages} messages; words: ${indexing.seconds} s, ${indexing.messagesASecond} a second; ${JSON.stringify(sizes)}`,
  )
  console.log(
    `a message in a batch of 64: ${writes.storedLaterMs.toFixed(3)} ms, and ${writes.storedWithItMs.toFixed(3)} ms with its words in the same statement; reading them takes ${writes.readingMs.toFixed(3)} ms`,
  )
  console.table(figures)
})
