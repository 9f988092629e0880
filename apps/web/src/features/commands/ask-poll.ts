import { FEWEST_POLL_OPTIONS, MOST_POLL_OPTIONS } from '@parley/protocol'
import type { CommandCall } from './command-call'
import { readPoll } from './read-poll'

/** Posts a poll that is whole; else the dialog opens with what was said. */
export async function askPoll({ words, channelId, threadId, attempt, services, open }: CommandCall): Promise<void> {
  const { question, options } = readPoll(words)
  const isWhole = options.length >= FEWEST_POLL_OPTIONS && options.length <= MOST_POLL_OPTIONS
  if (!isWhole) return open({ kind: 'new-poll', channelId, threadId, question, options })
  const poll = { channelId, threadId, question, options: [...options], clientMessageId: attempt.id }
  await services.client.command('polls.create', poll)
}
