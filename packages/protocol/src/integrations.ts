import { z } from 'zod'
import { Instant } from './entities'
import { ChannelId, DeliveryId, HookId, SlashCommandId, UserId } from './ids'
import { SlashCommandName } from './integration-texts'

/** What administrators see of a bot beside its user. */
export const Bot = z.object({
  userId: UserId,
  ownerId: UserId,
  description: z.string(),
  /** The account of its owner is closed or suspended: neither it nor its webhooks and commands do anything. */
  isResting: z.boolean().default(false),
})
export type Bot = z.infer<typeof Bot>

const hook = {
  id: HookId,
  name: z.string(),
  channelId: ChannelId,
  /** In whose name it writes or reads: a bot that has to be in the channel. */
  botId: UserId,
  createdAt: Instant,
  createdBy: UserId,
}

/** An address that takes messages for a channel. Its secret stands in the address, shown once. */
export const IncomingHook = z.object({ ...hook, hint: z.string(), lastUsedAt: Instant.nullable() })
export type IncomingHook = z.infer<typeof IncomingHook>

/** Events of a channel that another server can be told of. */
export const HookEventType = z.enum([
  'message-created',
  'message-edited',
  'message-deleted',
  'message-reacted',
  'message-pinned',
  'member-added',
  'member-removed',
  'channel-updated',
  'task-saved',
])
export type HookEventType = z.infer<typeof HookEventType>

/** Tells another server what happens in a channel. */
export const OutgoingHook = z.object({
  ...hook,
  url: z.string(),
  eventTypes: z.array(HookEventType),
  /** New messages are told only when they begin with one of these; none: all are. */
  triggerWords: z.array(z.string()),
  isEnabled: z.boolean(),
  /** Since when nothing arrives; null while all is well. */
  failingSince: Instant.nullable(),
  waitingCount: z.int(),
})
export type OutgoingHook = z.infer<typeof OutgoingHook>

export const HookDelivery = z.object({
  id: DeliveryId,
  hookId: HookId,
  /** `test`: sent by hand, to try the address. */
  eventType: z.string(),
  seq: z.int(),
  status: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.int(),
  createdAt: Instant,
  settledAt: Instant.nullable(),
  nextAttemptAt: Instant.nullable(),
  responseStatus: z.int().nullable(),
  problem: z.string().nullable(),
})
export type HookDelivery = z.infer<typeof HookDelivery>

/** A command that people give by `/name`, answered by an integration. */
export const SlashCommand = z.object({
  id: SlashCommandId,
  name: SlashCommandName,
  description: z.object({ en: z.string(), zh: z.string() }),
  /** What may follow the name, such as `[city]`. */
  usage: z.string(),
  botId: UserId,
})
export type SlashCommand = z.infer<typeof SlashCommand>

/** As administrators see it. */
export const RegisteredCommand = SlashCommand.extend({
  /** null: its bot hears of it on its own socket. */
  url: z.string().nullable(),
  createdAt: Instant,
  createdBy: UserId,
})
export type RegisteredCommand = z.infer<typeof RegisteredCommand>
