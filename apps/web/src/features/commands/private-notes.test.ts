import type { ChannelId, Event, UserId } from '@parley/protocol'
import { expect, it } from 'vitest'
import { PrivateNotes } from './private-notes'

const invocationId = '0190a0b0-0000-7000-8000-000000000001'
const place = { channelId: 'harbour' as ChannelId, threadId: null, authorId: 'bot' as UserId }
const asked = { ...place, asked: '/weather Oslo' }

const answered = (answerId: string) =>
  ({
    type: 'command-answered',
    answerId,
    answer: { invocationId, botId: 'bot', channelId: 'harbour', threadId: null, text: answerId },
  }) as unknown as Event
const saidInChannel = {
  type: 'message-created',
  message: { clientMessageId: `answer-${invocationId}-1` },
} as unknown as Event

const shown = (notes: PrivateNotes) => notes.get().map(({ asked, answer }) => [asked, answer])

it('waits for the answer of a command, and shows each that comes', () => {
  const notes = new PrivateNotes()
  notes.await(invocationId, asked)
  expect(shown(notes)).toEqual([['/weather Oslo', null]])
  notes.take([answered('sunny'), answered('still sunny')])
  expect(shown(notes)).toEqual([
    ['/weather Oslo', 'sunny'],
    ['/weather Oslo', 'still sunny'],
  ])
})

it('waits for nothing where the answer was faster than the command itself', () => {
  const notes = new PrivateNotes()
  notes.take([answered('sunny')])
  notes.await(invocationId, asked)
  expect(shown(notes)).toEqual([['/weather Oslo', 'sunny']])
})

it('waits no longer once the bot has said it before the channel', () => {
  const notes = new PrivateNotes()
  notes.await(invocationId, asked)
  notes.take([saidInChannel])
  expect(shown(notes)).toEqual([])
})
