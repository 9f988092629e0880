import { startTestParley, type TestParley, withConnection } from '@parley/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'

let parley: TestParley
beforeAll(async () => {
  parley = await startTestParley()
})
afterAll(() => parley[Symbol.asyncDispose]())

it('a direct channel that an import has made, and brought nobody into yet, opens for its people', async () => {
  const wei = await parley.addPerson('王伟')
  const open = { userIds: [wei.user.id] }
  const { channel } = await parley.owner.http.command('channels.openDirect', open)
  await withConnection(parley.databaseUrl, async (client) => {
    await client.query('delete from memberships where channel_id = $1', [channel.id])
    await client.query('update channels set member_count = 0 where id = $1', [channel.id])
  })
  const again = await parley.owner.http.command('channels.openDirect', open)
  expect(again.state).toMatchObject({ channel: { id: channel.id }, memberCount: 2 })
  const { channels } = await wei.http.query('state', {})
  expect(channels.map((state) => state.channel.id)).toContain(channel.id)
})
