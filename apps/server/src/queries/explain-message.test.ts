import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { defaultModelDirectory } from '@parley/inference'
import type { ChannelId, Message } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Explainer } from '../assistant/explainer'
import { startLanguageEngine } from '../assistant/start-language-engine'
import { createLog } from '../log'

const programDirectory = fileURLToPath(new URL('../../../../dist', import.meta.url))
let parley: TestParley
/** Explanations wait before it. */
let gate: Promise<void>
let signals: AbortSignal[]

/** The real engine; its explanations go through the gate. */
async function engine() {
  const real = await startLanguageEngine({
    modelDirectory: defaultModelDirectory(),
    programDirectory,
    log: createLog('silent'),
  })
  const explainer: Explainer = {
    explain: async (text, signal) => {
      signals.push(signal)
      await gate
      return real.explainer?.explain(text, signal) ?? null
    },
  }
  return { ...real, status: () => real.status(), explainer }
}

describe.skipIf(process.env.PARLEY_TEST_WITHOUT_MODEL === '1')(
  'an explanation of a message',
  { timeout: 120_000 },
  () => {
    beforeAll(async () => {
      parley = await startTestParley({ engine })
    }, 120_000)
    afterAll(() => parley?.[Symbol.asyncDispose]())
    beforeEach(() => {
      gate = Promise.resolve()
      signals = []
    })

    async function say(person: TestPerson, channelId: ChannelId, text: string): Promise<Message> {
      const body = { channelId, text, clientMessageId: randomUUID() }
      return (await person.http.command('messages.send', body)).message
    }
    const explain = (person: TestPerson, { id: messageId }: Message) =>
      person.http.query('messages.explain', { messageId })

    test('shares its confidence out over its own words, the assistant’s name not counted', async () => {
      const channel = await parley.createChannel('why', [], { withAssistant: true })
      for (const [text, intent, word] of [
        ['@助手 请帮我订一间明天下午三点的会议室', 'book_room', '室'],
        ['could you please book a meeting room for tomorrow at three', 'book_room', 'room'],
      ] as const) {
        const { explanation, isOutdated } = await explain(parley.owner, await say(parley.owner, channel.id, text))
        const { shares = [], confidence = 0, baseValue = 0 } = explanation ?? {}
        const sum = shares.reduce((total, { value }) => total + value, 0)
        expect(explanation).toMatchObject({ intent, name: intent, features: 'encoder+ngrams' })
        expect(sum).toBeCloseTo(confidence - baseValue, 9)
        expect(shares.map(({ start, end }) => text.slice(start, end))).toEqual(shares.map((share) => share.text))
        expect(shares.toSorted((one, other) => other.value - one.value)[0]?.text).toContain(word)
        expect(shares.map((share) => share.text)).not.toContain('助手')
        expect(explanation?.nearestExamples.length).toBeGreaterThan(0)
        expect(isOutdated).toBe(false)
      }
    })

    test('is nothing for a message that says nothing in words', async () => {
      const channel = await parley.createChannel('marks')
      expect(await explain(parley.owner, await say(parley.owner, channel.id, '🎉🎉'))).toEqual({
        explanation: null,
        isOutdated: false,
      })
    })

    test('is for those who may read the message, also when that ends while it is computed', async () => {
      const [wei, stranger] = [await parley.addPerson('王伟'), await parley.addPerson('Ida')]
      const channel = await parley.createChannel('quiet', [wei], { kind: 'private' })
      const message = await say(parley.owner, channel.id, 'please book a room')
      await expect(explain(stranger, message)).rejects.toMatchObject({ code: 'not_a_member' })
      expect((await explain(wei, message)).explanation).not.toBeNull()
      let open = () => {}
      gate = new Promise((resolve) => {
        open = resolve
      })
      const asked = explain(wei, message)
      await until(() => signals.length === 2, 'it is being computed')
      await parley.owner.http.command('channels.removeMember', { channelId: channel.id, userId: wei.user.id })
      open()
      await expect(asked).rejects.toMatchObject({ code: 'not_a_member' })
    })

    test('goes with what the message’s tokens look at, layer by layer, for the same people', async () => {
      const stranger = await parley.addPerson('Ola')
      const channel = await parley.createChannel('looking', [], { kind: 'private' })
      const message = await say(parley.owner, channel.id, '请帮我订会议室')
      const look = (person: TestPerson, layer: number) =>
        person.http.query('messages.attention', { messageId: message.id, layer })
      const { attention } = await look(parley.owner, 48)
      const tokens = attention?.tokens.length ?? 0
      expect(attention).toMatchObject({ layer: 12, layerCount: 12, headCount: 12, isTruncated: false })
      for (const head of attention?.heads ?? []) {
        expect(head).toHaveLength(tokens * tokens)
        const row = head.slice(0, tokens).reduce((sum, weight) => sum + weight, 0)
        expect(Math.abs(row - 1000)).toBeLessThan(tokens)
      }
      await expect(look(stranger, 1)).rejects.toMatchObject({ code: 'not_a_member' })
    })

    test('says when the message was edited meanwhile', async () => {
      const channel = await parley.createChannel('edited')
      const message = await say(parley.owner, channel.id, 'please book a room')
      let open = () => {}
      gate = new Promise((resolve) => {
        open = resolve
      })
      const asked = explain(parley.owner, message)
      await until(() => signals.length === 1, 'it is being computed')
      await parley.owner.http.command('messages.edit', { messageId: message.id, text: 'thank you' })
      open()
      expect(await asked).toMatchObject({ isOutdated: true })
      expect(await explain(parley.owner, message)).toMatchObject({
        explanation: { intent: 'thank' },
        isOutdated: false,
      })
    })

    test('is not computed for somebody who has gone, and the next in line gets theirs', async () => {
      const channel = await parley.createChannel('gone')
      const message = await say(parley.owner, channel.id, 'please book a room')
      let open = () => {}
      gate = new Promise((resolve) => {
        open = resolve
      })
      const leaving = new AbortController()
      const address = `${parley.url}/api/messages.explain?messageId=${message.id}`
      const asked = fetch(address, {
        headers: { authorization: `Bearer ${parley.owner.token}` },
        signal: leaving.signal,
      }).catch(() => 'gone')
      await until(() => signals.length === 1, 'it is being computed')
      const next = explain(parley.owner, message)
      leaving.abort()
      expect(await asked).toBe('gone')
      await until(() => signals[0]?.aborted === true, 'the server has noticed')
      open()
      expect((await next).explanation?.intent).toBe('book_room')
    })
  },
)
