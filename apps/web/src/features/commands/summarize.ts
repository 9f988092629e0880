import { readSpan } from '../summaries/read-span'
import { type CommandCall, CommandProblem, sessionOf } from './command-call'

/** The unread of this channel or thread, the last so many, or since a time. */
export async function summarize(call: CommandCall): Promise<void> {
  const { channelId, threadId, words, open, text } = call
  const span = readSpan(words, { nowMs: Date.now(), timeZone: sessionOf(call).me.timeZone })
  if (!span) throw new CommandProblem(text('web.commands.summarize.noSpan', { words }))
  open({ kind: 'summary', channelId, threadId, span })
}
