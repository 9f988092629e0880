import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { connectToDatabase } from './bench/fresh-database.js'
import { fillMessages } from './bench/message-filler.js'
import { administrator, call } from './bench/people.js'
import { percentile } from './bench/percentile.js'
import { createTexts } from './bench/search-texts.js'
import { progress, runCommand } from './repository.js'
import { startServer } from './start-server.js'

/** What was said once among all the rest, and what is asked of it; half of the questions find it, half find nothing. */
const SAID = [
  'We decided to buy the castings from Northwind.',
  'I will ship the pump housings on Friday afternoon.',
  'I built the payment gateway, ask me when it times out.',
  '我们决定包装箱的供应商改用华盛。',
  '备件我下周三之前发货。',
]
const QUESTIONS = [
  'What did we decide about the castings?',
  'When did the owner say the pump housings would be shipped?',
  'Who knows about the payment gateway?',
  '关于包装箱的供应商我们定了什么？',
  '谁说过备件什么时候发货？',
  'What did we decide about the release plan?',
  '关于发布计划我们定了什么？',
  'Who knows about zeppelins?',
]

/** Measures questions to what people wrote, through HTTP, over generated messages, on a fresh server with the bundled database. */
async function benchTalk({ messages, rounds }) {
  const environment = {
    PARLEY_ADMIN_EMAIL: administrator.email,
    PARLEY_ADMIN_PASSWORD: administrator.password,
    PARLEY_RATE_LIMITS: 'off',
  }
  const server = await startServer({ environment })
  const database = await connectToDatabase(server.dataDirectory)
  try {
    const { token, user } = await call(server.url, 'auth.signIn', administrator)
    const { channel } = await call(
      server.url,
      'channels.create',
      { name: 'history', kind: 'public', withAssistant: false },
      token,
    )
    progress(`writing ${messages} messages …`)
    const texts = createTexts()
    const workspaceId = (await database.query('select id from workspaces')).rows[0].id
    const every = Math.floor(messages / (SAID.length + 1))
    const textOf = (index) =>
      (index % every === every - 1 ? SAID[Math.floor(index / every)] : undefined) ?? texts(index)
    await fillMessages(database, { channels: [channel], authorIds: [user.id], workspaceId, count: messages, textOf })
    progress('waiting until all have words …')
    await waitForWords(server.url, token, database, channel.id, messages)
    await database.query('analyze')
    const figures = []
    for (const text of QUESTIONS) figures.push(await measure(server.url, token, text, rounds))
    const all = figures.flatMap(({ spent }) => spent)
    return [...figures, { question: 'all of these', kind: '', spent: all }].map(({ question, kind, spent }) => ({
      ...{ question, kind, p50: percentile(spent, 0.5), p95: percentile(spent, 0.95), n: spent.length },
    }))
  } finally {
    await database.end()
    await server.stop()
  }
}

/** One message sent tells the server to look; it finds all the others there. */
async function waitForWords(url, token, database, channelId, messages) {
  await call(url, 'messages.send', { channelId, text: 'wake', clientMessageId: crypto.randomUUID() }, token)
  for (;;) {
    const { rows } = await database.query('select count(*)::int as count from message_words')
    if (rows[0].count >= messages) return
    await delay(500)
  }
}

/** The first is not counted: it warms what is warm from then on. */
async function measure(url, token, text, rounds) {
  const spent = []
  let kind = ''
  for (let round = 0; round <= rounds; round += 1) {
    const startedAt = performance.now()
    const { reply } = await call(url, 'assistant.ask', { text }, token)
    if (round > 0) spent.push(performance.now() - startedAt)
    kind = reply.kind
  }
  return { question: text, kind, spent }
}

await runCommand(async () => {
  const { values } = parseArgs({
    options: { messages: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '20' } },
  })
  console.table(await benchTalk({ messages: Number(values.messages), rounds: Number(values.rounds) }))
})
