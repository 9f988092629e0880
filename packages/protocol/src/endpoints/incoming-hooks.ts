import { z } from 'zod'
import { command } from '../endpoint'
import { ChannelId, HookId, UserId } from '../ids'
import { IntegrationName } from '../integration-texts'
import { IncomingHook } from '../integrations'

const secretShown = z.object({
  incomingHook: IncomingHook,
  /** The path to post to, with the secret in it: shown this once. */
  path: z.string(),
})

export const createIncomingHook = command('incomingHooks.create', {
  summary: 'An address that posts to a channel and takes what Slack’s incoming webhooks take',
  access: 'administrator',
  body: z.object({
    name: IntegrationName,
    channelId: ChannelId,
    /** Left out: a bot of the hook's name is made. */
    botId: UserId.optional(),
  }),
  answer: secretShown,
  errors: ['not_found', 'not_a_member', 'forbidden', 'channel_archived', 'handle_taken'],
})

export const rotateIncomingHook = command('incomingHooks.rotateSecret', {
  summary: 'Give a webhook a new address; the old one ends at once',
  access: 'administrator',
  body: z.object({ hookId: HookId }),
  answer: secretShown,
  errors: ['not_found'],
})

export const removeIncomingHook = command('incomingHooks.remove', {
  summary: 'End a webhook; what it posted stays',
  access: 'administrator',
  body: z.object({ hookId: HookId }),
  answer: z.object({}),
  errors: ['not_found'],
})
