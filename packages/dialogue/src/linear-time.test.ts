import { expect, it } from 'vitest'
import { Conversation } from './testing/conversation-of'

const LONGEST_MESSAGE = 40_000
const ENOUGH_MS = 500

it.each([
  ['订', '订'],
  ['remind me ', 'remind me '],
  ['order the book ', 'order a '],
  ['不 ', '不要，'],
  ['(', '《'],
  ['a ', 'what about '],
  ['报销费', '我的'],
])('reads 40,000 characters of %j and of %j in no time, in an open flow and without one', async (...pieces) => {
  for (const piece of pieces) {
    const text = piece.repeat(LONGEST_MESSAGE / piece.length)
    const talk = new Conversation('zh')
    const start = performance.now()
    await talk.say(text)
    await talk.say('我要订书', { intent: 'order_book' })
    await talk.say(text)
    expect(performance.now() - start).toBeLessThan(ENOUGH_MS)
  }
})
