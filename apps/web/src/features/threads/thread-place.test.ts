import { ChannelId, MessageId } from '@parley/protocol'
import { expect, it } from 'vitest'
import { threadPath } from '../conversation/message-path'
import { pathBeside, pathWithout, readThreadPlace } from './thread-place'

const channelId = ChannelId.parse('00000000-0000-7000-8000-000000000001')
const threadId = MessageId.parse('00000000-0000-7000-8000-000000000002')
const thread = { channelId, threadId }

it('opens a thread beside its channel or beside the list of threads, and leaves what it stood beside', () => {
  for (const path of [`/c/${channelId}`, `/c/${channelId}/m/7`, '/threads']) {
    const opened = pathBeside(path, thread)
    expect(readThreadPlace(path)).toBeNull()
    expect(readThreadPlace(opened)).toEqual({ ...thread, seq: null })
    expect(pathWithout(opened, thread)).toBe(path.replace('/m/7', ''))
  }
})

it('finds the reply that a link names', () => {
  expect(readThreadPlace(`${threadPath(channelId, threadId)}/m/9`)).toEqual({ ...thread, seq: 9 })
})

it.each([`/c/${channelId}/t/x`, `/threads/x/${threadId}`, '/tasks'])('takes %s for no thread', (path) => {
  expect(readThreadPlace(path)).toBeNull()
})
