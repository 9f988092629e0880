import { expect, it } from 'vitest'
import { Conversation } from './testing/conversation-of'

const LONGEST_MESSAGE = 40_000
/** Of processor time, which other work on the machine does not lengthen; anything quadratic would take minutes. */
const ENOUGH_US = 3_000_000

it.each([
  ['订', '订'],
  ['remind me ', 'remind me '],
  ['order the book ', 'order a '],
  ['不 ', '不要，'],
  ['(', '《'],
  ['a ', 'what about '],
  ['报销费', '我的'],
  ['和王', '、'],
  ['with Tom, ', 'and '],
])('reads 40,000 characters of %j and of %j in no time, in open flows and without one', async (...pieces) => {
  for (const piece of pieces) {
    const text = piece.repeat(LONGEST_MESSAGE / piece.length)
    const talk = new Conversation('zh')
    const start = process.cpuUsage()
    await talk.say(text)
    await talk.say('我要订书', { intent: 'order_book' })
    await talk.say(text)
    await talk.say('明天下午三点和王伟开个会', { intent: 'schedule_meeting' })
    await talk.say(text)
    const { user, system } = process.cpuUsage(start)
    expect(user + system).toBeLessThan(ENOUGH_US)
  }
})
