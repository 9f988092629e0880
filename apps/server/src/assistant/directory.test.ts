import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let min: TestPerson
beforeAll(async () => {
  parley = await startTestParley()
  min = await parley.addPerson('张敏')
})
afterAll(() => parley[Symbol.asyncDispose]())

const named = async (text: string) => {
  const { understanding } = await parley.owner.http.command('understand', { text })
  return understanding.slots.map(({ value }) => value)
}
const make = (name: string, kind: 'public' | 'private' = 'public') =>
  parley.owner.http.command('channels.create', { name, kind })

describe('a message is read to name', () => {
  it('people as their names are spelt in Latin letters', async () => {
    for (const text of ['问问zhangmin', 'ask Zhang Min', '小张在吗']) {
      expect(await named(text)).toMatchObject([{ type: 'person', personIds: [min.user.id] }])
    }
  })

  it('channels that everybody may find, as they are called now', async () => {
    const { channel } = await make('支付项目')
    await make('机密项目', 'private')
    expect(await named('发到 #支付项目 里')).toMatchObject([{ type: 'channel', channelIds: [channel.id] }])
    expect(await named('发到 #机密项目 里')).toEqual([])
    await parley.owner.http.command('channels.update', { channelId: channel.id, name: '收款项目' })
    expect(await named('发到 #支付项目 里')).toEqual([])
    expect(await named('发到 #收款项目 里')).toMatchObject([{ type: 'channel', name: '收款项目' }])
    await parley.owner.http.command('channels.archive', { channelId: channel.id, isArchived: true })
    expect(await named('发到 #收款项目 里')).toEqual([])
  })
})
