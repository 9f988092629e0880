import { z } from 'zod'
import { command, query } from '../endpoint'
import { User } from '../entities'
import { UserId } from '../ids'
import { BotDescription, IntegrationName } from '../integration-texts'
import { Bot, IncomingHook, OutgoingHook, RegisteredCommand } from '../integrations'
import { Scope } from '../scope'
import { AccessToken } from './tokens'

export const createBot = command('bots.create', {
  summary: 'Make a bot, with a first access token that is shown this once. Add it to channels like a person',
  access: 'administrator',
  body: z.object({
    name: IntegrationName,
    description: BotDescription.default(''),
    scopes: z
      .array(Scope)
      .min(1)
      .max(Scope.options.length)
      .default(['messages:read', 'messages:write', 'channels:read']),
  }),
  answer: z.object({ bot: Bot, user: User, token: z.string(), accessToken: AccessToken }),
  errors: ['handle_taken'],
})

export const passBot = command('bots.pass', {
  summary: 'Give a bot another owner, and with it the webhooks and slash commands that speak through it',
  access: 'administrator',
  body: z.object({ botId: UserId, ownerId: UserId }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden'],
})

export const removeBot = command('bots.remove', {
  summary: 'Close a bot: its tokens, webhooks and slash commands end at once, what it wrote stays',
  access: 'administrator',
  body: z.object({ botId: UserId }),
  answer: z.object({}),
  errors: ['not_found'],
})

export const listIntegrations = query('integrations.list', {
  summary: 'Bots, webhooks and slash commands',
  access: 'administrator',
  input: z.object({}),
  answer: z.object({
    bots: z.array(Bot),
    incomingHooks: z.array(IncomingHook),
    outgoingHooks: z.array(OutgoingHook),
    slashCommands: z.array(RegisteredCommand),
  }),
  errors: [],
})
