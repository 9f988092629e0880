import { randomUUID } from 'node:crypto'
import { startTestParley } from '@parley/testkit'
import { expect, test } from 'vitest'
import { jsonText } from './json-text'

test('half a character becomes a replacement character, whole ones stay', () => {
  expect(JSON.parse(jsonText({ cut: 'a\ud83d', whole: '😀', deep: ['\ude00'] }))).toEqual({
    cut: 'a\ufffd',
    whole: '😀',
    deep: ['\ufffd'],
  })
})

test.each([0, 1])(
  'the assistant answers long texts of astral characters, wherever they are cut (%i)',
  async (shift) => {
    await using parley = await startTestParley()
    const text = `${'a'.repeat(shift)}${'😀'.repeat(9_000)}`
    const { conversationId } = await parley.owner.http.command('assistant.ask', { text })
    const again = await parley.owner.http.command('assistant.ask', { text, conversationId })
    expect(again.reply.text).not.toBe('')
    const channel = await parley.createChannel('emoji', [], { withAssistant: true })
    const { message } = await parley.owner.http.command('messages.send', {
      channelId: channel.id,
      text: `@assistant ${text}`,
      clientMessageId: randomUUID(),
    })
    await parley.settle()
    const { messages } = await parley.owner.http.query('messages.list', { channelId: channel.id })
    expect(messages[0]).toMatchObject({ authorId: parley.assistant.id, card: { repliesTo: message.id } })
  },
)
