import { findAssistant } from '../../app/names'
import { type CommandCall, CommandProblem, sessionOf } from './command-call'

/** Asked and answered for the asker alone, in place; without a question, the conversation with the assistant opens. */
export async function askAssistant(call: CommandCall): Promise<void> {
  const { words, channelId, threadId, attempt, services, navigate, text } = call
  const assistant = findAssistant(sessionOf(call).users)
  if (!assistant) throw new CommandProblem(text('web.commands.ask.absent'))
  if (words === '') {
    const { channel } = await services.client.command('channels.openDirect', { userIds: [assistant.id] })
    return navigate(`/c/${channel.id}`)
  }
  const { reply } = await services.http.command('assistant.ask', { text: words, clientMessageId: attempt.id })
  const { text: answer, citations, said, query } = reply
  const note = { channelId, threadId, authorId: assistant.id, invocationId: null, asked: words }
  services.notes.add({ ...note, id: attempt.id, answer, citations, said, query })
}
