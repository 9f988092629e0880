import { z } from 'zod'
import { command, query } from '../endpoint'
import { ChannelId, DeliveryId, HookId, UserId } from '../ids'
import { HookUrl, IntegrationName } from '../integration-texts'
import { HookDelivery, HookEventType, OutgoingHook } from '../integrations'
import { filledText } from '../well-formed-text'

const ofHook = z.object({ hookId: HookId })

export const createOutgoingHook = command('outgoingHooks.create', {
  summary: 'Tell another server what happens in a channel, in signed requests. The secret is shown this once',
  access: 'administrator',
  body: z.object({
    name: IntegrationName,
    channelId: ChannelId,
    url: HookUrl,
    eventTypes: z.array(HookEventType).min(1).max(HookEventType.options.length).default(['message-created']),
    triggerWords: z.array(filledText(40)).max(20).default([]),
    botId: UserId.optional(),
  }),
  answer: z.object({ outgoingHook: OutgoingHook, secret: z.string() }),
  errors: ['not_found', 'not_a_member', 'forbidden', 'channel_archived', 'handle_taken', 'hook_address_forbidden'],
})

export const enableOutgoingHook = command('outgoingHooks.setEnabled', {
  summary: 'Pause a webhook, or let it go on with what happens from now',
  access: 'administrator',
  body: ofHook.extend({ isEnabled: z.boolean() }),
  answer: z.object({ outgoingHook: OutgoingHook }),
  errors: ['not_found'],
})

export const removeOutgoingHook = command('outgoingHooks.remove', {
  summary: 'End a webhook, with its log',
  access: 'administrator',
  body: ofHook,
  answer: z.object({}),
  errors: ['not_found'],
})

export const testOutgoingHook = command('outgoingHooks.test', {
  summary: 'Send a test to the address of a webhook; the log says how it went',
  access: 'administrator',
  body: ofHook,
  answer: z.object({ delivery: HookDelivery }),
  errors: ['not_found'],
})

export const replayDelivery = command('outgoingHooks.replay', {
  summary: 'Send what one delivery held again, under the same webhook-id',
  access: 'administrator',
  body: z.object({ deliveryId: DeliveryId }),
  answer: z.object({ delivery: HookDelivery }),
  errors: ['not_found'],
})

export const listDeliveries = query('outgoingHooks.deliveries', {
  summary: 'What a webhook sent and still has to send, newest first',
  access: 'administrator',
  input: ofHook.extend({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.object({ deliveries: z.array(HookDelivery) }),
  errors: ['not_found'],
})
