import { z } from 'zod'
import { command, query } from '../endpoint'
import { ChannelId, ClientCommandId, InvocationId, MessageId, SlashCommandId, UserId } from '../ids'
import { HookUrl, SlashCommandName } from '../integration-texts'
import { RegisteredCommand, SlashCommand } from '../integrations'
import { filledText, MESSAGE_TEXT_LIMIT, wellFormedText } from '../well-formed-text'

export const createSlashCommand = command('slashCommands.create', {
  summary: 'Register a slash command, answered by an address or by a bot on its socket. The secret is shown this once',
  access: 'administrator',
  body: z.object({
    name: SlashCommandName,
    description: z.object({ en: filledText(200), zh: filledText(200) }),
    usage: wellFormedText(100).default(''),
    url: HookUrl.nullable().default(null),
    /** Needed where there is no address; else a bot of the command's name is made when it is left out. */
    botId: UserId.optional(),
  }),
  answer: z.object({ slashCommand: RegisteredCommand, secret: z.string() }),
  errors: ['not_found', 'command_name_taken', 'handle_taken', 'hook_address_forbidden', 'invalid_request'],
})

export const removeSlashCommand = command('slashCommands.remove', {
  summary: 'End a slash command',
  access: 'administrator',
  body: z.object({ slashCommandId: SlashCommandId }),
  answer: z.object({}),
  errors: ['not_found'],
})

export const invokeSlashCommand = command('slashCommands.invoke', {
  summary: 'Give a slash command in a channel of yours. Its answers come as messages, or in your inbox for you alone',
  access: 'signed-in',
  body: z.object({
    name: SlashCommandName,
    channelId: ChannelId,
    threadId: MessageId.nullable().default(null),
    text: wellFormedText(4_000).default(''),
    clientCommandId: ClientCommandId.optional(),
  }),
  answer: z.object({ invocationId: InvocationId }),
  errors: ['not_found', 'not_a_member', 'channel_archived', 'command_failed', 'client_command_id_reused'],
})

export const answerSlashCommand = command('slashCommands.answer', {
  summary: 'As the command’s bot: answer whoever gave it, alone or before the whole channel',
  access: 'signed-in',
  body: z.object({
    invocationId: InvocationId,
    text: filledText(MESSAGE_TEXT_LIMIT),
    isForChannel: z.boolean().default(false),
  }),
  answer: z.object({}),
  errors: ['not_found', 'not_a_member', 'too_many_answers'],
})

export const listCommands = query('commands.list', {
  summary: 'Slash commands of integrations that you can give',
  access: 'signed-in',
  input: z.object({}),
  answer: z.object({ commands: z.array(SlashCommand) }),
  errors: [],
})
