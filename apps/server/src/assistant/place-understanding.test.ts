import { readAddress } from '@parley/dialogue'
import { recognise } from '@parley/nlu'
import { expect, test } from 'vitest'
import { placeUnderstanding } from './place-understanding'

const NAMES = ['助手', 'Parley', 'assistant']
const situation = {
  now: '2026-11-23T09:00:00+08:00',
  timeZone: 'Asia/Shanghai',
  speakerId: 'u',
  directory: [
    { id: 'w', name: '王伟', aliases: [] },
    { id: 't', name: 'Tom Baker', aliases: [] },
  ],
}
const intent = { name: null, confidence: 0, threshold: 1, ranking: [], nearestExamples: [], features: 'ngrams' }

test.each([
  ['@助手 请把清单分配给王伟，周五前完成', ['王伟', '周五']],
  ['请 @助手 把清单分配给王伟，周五前完成', ['王伟', '周五']],
  ['把清单分配给王伟，周五前完成 @助手', ['王伟', '周五']],
  ['  @Parley,  assign it to  Tom  Baker \n by Friday 🙂 @parley', ['Tom  Baker', 'Friday']],
  ['@Parley ask Tom Baker and @Parley Tom Baker', ['Tom Baker', 'Tom Baker']],
  ['王伟周五在吗', ['王伟', '周五']],
])('finds every slot where it stands in the message: %s', (message, expected) => {
  const address = readAddress(message, NAMES)
  const found = recognise(address.text, situation)
  const understanding = { language: 'zh', intent, slots: found } as const
  const { slots } = placeUnderstanding(understanding, message, address)
  expect(slots.map(({ start, end }) => message.slice(start, end))).toEqual(expected)
  expect(slots.map(({ text }) => text)).toEqual(expected)
  expect(slots.map(({ value }) => value)).toEqual(found.map(({ value }) => value))
})

test('moves what was judged to ask for something along', () => {
  const message = '@助手 好的。请周五前完成'
  const address = readAddress(message, NAMES)
  const request = { kind: 'sentence', start: 3, end: 9, request: 0.9, commitment: 0 } as const
  const understanding = { language: 'zh', intent, slots: [], requests: [request] } as const
  const { requests } = placeUnderstanding(understanding, message, address)
  expect(requests).toEqual([{ ...request, start: 7, end: 13 }])
})

test('leaves a message alone that is nothing but the name', () => {
  expect(readAddress('@助手', NAMES)).toEqual({ isAddressed: true, text: '@助手', masked: '@助手' })
})

test('moves the parts of a message of several intents along', () => {
  const message = '@助手 订会议室，顺便提醒我'
  const address = readAddress(message, NAMES)
  const segments = [
    { name: 'book_room', confidence: 0.9, start: 0, end: 4 },
    { name: 'set_reminder', confidence: 0.8, start: 7, end: 10 },
  ]
  const understanding = { language: 'zh', intent, slots: [], intents: segments } as const
  const { intents = [] } = placeUnderstanding(understanding, message, address)
  expect(intents.map(({ start, end }) => message.slice(start, end))).toEqual(['订会议室', '提醒我'])
})
