import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { defaultModelDirectory } from '@parley/inference'
import { listenToEvents, startTestParley, type TestParley, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '../log'
import { startLanguageEngine } from './start-language-engine'

const programDirectory = fileURLToPath(new URL('../../../../dist', import.meta.url))
let parley: TestParley
/** What the real engine was given to read, in order. */
const read: string[] = []

async function engine() {
  const real = await startLanguageEngine({
    modelDirectory: defaultModelDirectory(),
    programDirectory,
    log: createLog('silent'),
  })
  const comprehension: typeof real.comprehension = {
    madeBy: real.comprehension.madeBy,
    read: (messages, priority) => {
      read.push(...messages.map(({ text }) => text))
      return real.comprehension.read(messages, priority)
    },
  }
  return { ...real, status: () => real.status(), comprehension }
}

describe.skipIf(process.env.PARLEY_TEST_WITHOUT_MODEL === '1')('a flood in one channel', { timeout: 180_000 }, () => {
  beforeAll(async () => {
    parley = await startTestParley({ engine })
  }, 120_000)
  afterAll(() => parley?.[Symbol.asyncDispose]())

  test('is delivered before it is understood, and understood oldest first, once each, in bounds', async () => {
    const channel = await parley.createChannel('flood', [], { withAssistant: true })
    using listener = await listenToEvents(parley.url, parley.owner.token)
    const texts = Array.from({ length: 600 }, (_, index) =>
      index % 3 === 0 ? '收到，谢谢大家' : `message ${index} about the delivery of parcel ${index}`,
    )
    let most = 0
    for (let start = 0; start < texts.length; start += 50) {
      await Promise.all(
        texts.slice(start, start + 50).map((text) => {
          const body = { channelId: channel.id, text, clientMessageId: randomUUID() }
          return parley.owner.http.command('messages.send', body)
        }),
      )
      most = Math.max(most, parley.server.measureAssistant().waitingEvents)
    }
    const created = () => listener.events.flatMap((event) => (event.type === 'message-created' ? [event.message] : []))
    await until(() => created().length === texts.length, 'everything is delivered')
    const unread = texts.length - read.length
    expect(unread).toBeGreaterThan(0)
    await parley.settle()
    const order = created().map(({ text }) => text)
    expect(read).toEqual(order)
    expect(most).toBeLessThanOrEqual(501)
    const { rows } = parley.server.services.store
    const kept = await rows.selectFrom('understandings').select('understanding').execute()
    expect(kept).toHaveLength(texts.length)
  })
})
