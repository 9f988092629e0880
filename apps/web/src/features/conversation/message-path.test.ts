import { ChannelId } from '@parley/protocol'
import { expect, it } from 'vitest'
import { conversationPath, messagePath, pathInParley } from './message-path'

const channelId = ChannelId.parse('00000000-0000-7000-8000-000000000001')
const groupsOf = (path: string) => conversationPath.exec(path)?.groups

it('reads back the channel and the message that it wrote into an address', () => {
  expect(groupsOf(messagePath({ channelId, seq: 42 }))).toEqual({ channelId, seq: '42' })
  expect(groupsOf(`/c/${channelId}`)).toMatchObject({ channelId })
})

it.each(['/c/', '/tasks', `/c/${channelId}/m/`, `/c/${channelId}/m/x`, `/c/${channelId}/m/0`, `/c/${channelId}/m/1/2`])(
  'takes %s for no conversation',
  (path) => expect(groupsOf(path)).toBeUndefined(),
)

it('opens a link within this Parley only, and never a link elsewhere that looks like one', () => {
  const path = `/c/${channelId}/m/7`
  expect(pathInParley(`https://talk.example.org${path}`, 'https://talk.example.org')).toBe(path)
  expect(pathInParley(`https://talk.example.org.evil.example${path}`, 'https://talk.example.org')).toBeNull()
  expect(pathInParley('https://talk.example.org/api/state', 'https://talk.example.org')).toBeNull()
  expect(pathInParley(path, 'https://talk.example.org')).toBeNull()
})
