import { describe, expect, it } from 'vitest'
import { recognise } from './recognise'

const channels = [
  { id: 'pay', name: '支付项目' },
  { id: 'pay2', name: '支付' },
  { id: 'release', name: 'release' },
  { id: 'notes', name: 'release-notes' },
]
const situation = { now: '2026-11-23T09:00:00+08:00', speakerId: 'wang', directory: [], channels }
const found = (text: string) =>
  recognise(text, situation).flatMap(({ text: part, value }) =>
    value.type === 'channel' ? [[part, ...value.channelIds]] : [],
  )

describe('channels of the workspace', () => {
  it.each([
    ['发到 #支付项目 里', '#支付项目', 'pay'],
    ['发到＃支付里', '＃支付', 'pay2'],
    ['去支付项目频道问问', '支付项目', 'pay'],
    ['频道 支付 里说过', '支付', 'pay2'],
    ['see #Release-Notes, please', '#Release-Notes', 'notes'],
    ['ask in the release channel', 'release', 'release'],
  ])('are found in "%s"', (text, part, id) => {
    expect(found(text)).toEqual([[part, id]])
  })

  it.each(['the release is on Friday', '支付出错了', '#releases', '#1', 'channel'])('are not in "%s"', (text) => {
    expect(found(text)).toEqual([])
  })
})
