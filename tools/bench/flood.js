import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import os from 'node:os'
import { promisify } from 'node:util'
import { startServer } from '../start-server.js'
import { administrator, call } from './people.js'
import { percentile } from './percentile.js'
import { drainBacklog } from './understanding.js'

const senders = 20
/** Enough to know the bare rate by. */
const MOST_BARE = 300
/** Said and understood before anything is measured, as the encoder is warm in the bare rate: until then V8 compiles what it runs. */
const WARM_UP = 300
const environment = {
  PARLEY_ADMIN_EMAIL: administrator.email,
  PARLEY_ADMIN_PASSWORD: administrator.password,
  PARLEY_RATE_LIMITS: 'off',
}

/** Of some 18 tokens, in both languages, and no two alike. */
const floodText = (number) =>
  number % 2 === 0
    ? `parcel ${number} went out this morning and should be at the customer before Friday`
    : `第 ${number} 号包裹今天早上已经发出，预计周五之前可以送到客户那里`

/**
 * A flood in one channel that the assistant is in, against the encoder's bare rate on the same texts in a process of its
 * own, measured right before and after it.
 * @param {number} count messages
 * @param {string} program the bundled `packages/nlu/bench/bare-rate.ts`
 */
export async function benchFlood(count, program) {
  const texts = Array.from({ length: Math.min(count, MOST_BARE) }, (_, number) => floodText(number))
  const bareRate = async () => {
    const running = promisify(execFile)(process.execPath, [program])
    running.child.stdin?.end(JSON.stringify(texts))
    return JSON.parse((await running).stdout).messagesASecond
  }
  const before = await bareRate()
  const flood = await flooded(count)
  const after = await bareRate()
  const bare = (before + after) / 2
  return {
    load: Number(os.loadavg()[0].toFixed(1)),
    bareBefore: before,
    bareAfter: after,
    ...flood,
    share: flood.read / bare,
  }
}

async function flooded(count) {
  const server = await startServer({ environment })
  try {
    const { token } = await call(server.url, 'auth.signIn', administrator)
    const flood = (name, numbers) => floodChannel(server, token, name, numbers)
    await flood('warm-up', { from: count, count: WARM_UP })
    return await flood('flood', { from: 0, count })
  } finally {
    await server.stop()
  }
}

async function floodChannel({ url, dataDirectory }, token, name, { from, count }) {
  const { channel } = await call(url, 'channels.create', { name, kind: 'public', withAssistant: true }, token)
  const startedAt = performance.now()
  const sent = await sendAll(url, token, channel.id, { from, count })
  const sentMs = performance.now() - startedAt
  await drainBacklog(dataDirectory, name)
  const read = count / ((performance.now() - startedAt) / 1_000)
  return { messages: count, sentMs, sendP50: percentile(sent, 0.5), sendP99: percentile(sent, 0.99), read }
}

/** No message is said twice, in the warm-up neither. */
async function sendAll(url, token, channelId, { from, count }) {
  const times = []
  const agent = new http.Agent({ keepAlive: true, maxSockets: senders })
  const numbers = Array.from({ length: count }, (_, index) => from + index).values()
  const work = async () => {
    for (const number of numbers) {
      const startedAt = performance.now()
      const message = { channelId, text: floodText(number), clientMessageId: randomUUID() }
      await send(`${url}/api/messages.send`, message, { token, agent })
      times.push(performance.now() - startedAt)
    }
  }
  await Promise.all(Array.from({ length: senders }, work))
  agent.destroy()
  return times
}

/** With half of the processor time that `fetch` takes of the cores that are measured. */
async function send(address, message, { token, agent }) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const request = http.request(address, { method: 'POST', agent, headers })
  request.end(JSON.stringify(message))
  const [response] = await once(request, 'response')
  response.resume()
  await once(response, 'end')
  if (response.statusCode !== 200) throw new Error(`messages.send was answered with ${response.statusCode}`)
}
