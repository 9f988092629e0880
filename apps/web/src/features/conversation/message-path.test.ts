import { ChannelId, MessageId } from '@parley/protocol'
import { expect, it } from 'vitest'
import { conversationPath, messagePath, pathInParley, threadPath } from './message-path'

const channelId = ChannelId.parse('00000000-0000-7000-8000-000000000001')
const groupsOf = (path: string) => conversationPath.exec(path)?.groups

const threadId = MessageId.parse('00000000-0000-7000-8000-000000000002')

it('reads back the channel and the message that it wrote into an address', () => {
  const inChannel = { channelId, seq: 42, threadId: null, isAlsoInChannel: false }
  expect(groupsOf(messagePath(inChannel))).toMatchObject({ channelId, seq: '42' })
  expect(groupsOf(`/c/${channelId}`)).toMatchObject({ channelId })
})

it('leads to a reply in its thread, and to one that the channel shows too in the channel', () => {
  const reply = { channelId, seq: 42, threadId, isAlsoInChannel: false }
  expect(groupsOf(messagePath(reply))).toMatchObject({ channelId, threadId, seq: '42' })
  expect(groupsOf(messagePath({ ...reply, isAlsoInChannel: true }))?.threadId).toBeUndefined()
  expect(groupsOf(threadPath(channelId, threadId))).toMatchObject({ channelId, threadId })
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
