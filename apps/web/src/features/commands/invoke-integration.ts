import type { CommandCall } from './command-call'

/** Its answers come as messages, or as notes for whoever gave it. */
export async function invokeIntegration(name: string, call: CommandCall): Promise<void> {
  const { channelId, threadId, words: text, services } = call
  const { commands } = await services.http.query('commands.list', {})
  const botId = commands.find((it) => it.name.toLowerCase() === name.toLowerCase())?.botId
  const { invocationId } = await services.http.command('slashCommands.invoke', { name, channelId, threadId, text })
  const asked = `/${name} ${text}`.trim()
  if (botId) services.notes.await(invocationId, { channelId, threadId, authorId: botId, asked })
}
