import type { SlashCommand } from '@parley/protocol'
import type { CommandCall } from './command-call'

/** Its answers come as messages, or as notes for whoever gave it. */
export async function invokeIntegration({ name, botId: authorId }: SlashCommand, call: CommandCall): Promise<void> {
  const { channelId, threadId, words: text, services, attempt } = call
  const given = { name, channelId, threadId, text, clientCommandId: attempt.id }
  const { invocationId } = await services.http.command('slashCommands.invoke', given)
  services.notes.await(invocationId, { channelId, threadId, authorId, asked: `/${name} ${text}`.trim() })
}
