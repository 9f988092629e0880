import type { ChannelId, Event, HookEventType, Invocation, Message, MessageId } from '@parley/protocol'
import type { HttpClient } from '../http-client'

/** As Bolt's users write it; `thread_ts` is the id of the message that the thread hangs on. */
export interface BoltMessage {
  readonly text: string
  readonly thread_ts?: MessageId
}

/** Says something in the channel (or thread) that the event comes from. */
export type Say = (said: string | BoltMessage, options?: { readonly threadId?: MessageId | null }) => Promise<Message>

export interface BoltResponse {
  readonly text: string
  readonly response_type?: 'ephemeral' | 'in_channel'
}

export interface BotContext {
  readonly event: Event
  /** Calls the server as the bot. */
  readonly client: HttpClient
  /** The bot itself. */
  readonly botId: string
  readonly say: Say
}

export interface MessageContext extends BotContext {
  readonly message: Message
  /** What the pattern matched. */
  readonly matches: readonly string[]
}

export interface CommandContext extends BotContext {
  readonly command: Invocation
  /** Answers whoever gave the command, alone; without an answer it does nothing, and is there for those who know Bolt. */
  readonly ack: (answer?: string | BoltResponse) => Promise<void>
  /** Answers whoever gave the command: alone, or before the channel. Five times within half an hour. */
  readonly respond: (answer: string | BoltResponse, options?: { readonly isForChannel?: boolean }) => Promise<void>
}

export type Middleware = (context: BotContext & { readonly next: () => Promise<void> }) => Promise<void>
export type Handler<Context> = (context: Context) => Promise<unknown>

/** Names that Bolt has for what happens, beside Parley's own. */
export type BoltEventName =
  | 'message'
  | 'app_mention'
  | 'reaction_added'
  | 'reaction_removed'
  | 'pin_added'
  | 'member_joined_channel'
  | 'member_left_channel'

/** A bot in the shape that users of Slack's Bolt know. */
export interface BotApp {
  /** Runs before every handler; what does not call `next` ends it there. */
  use(middleware: Middleware): void
  /** Messages of others that hold this text or match this expression; all of them when it is left out. */
  message(pattern: string | RegExp, handler: Handler<MessageContext>): void
  message(handler: Handler<MessageContext>): void
  /** A slash command that is registered for this bot. */
  command(name: string, handler: Handler<CommandContext>): void
  event(name: BoltEventName | HookEventType, handler: Handler<BotContext>): void
  /**
   * Connects, and comes back after every loss until it is stopped, or its token is taken away, which `onError` hears.
   * Resolves when it is connected.
   *
   * @throws ParleyError `unauthenticated` when the token is no good.
   */
  start(): Promise<void>
  stop(): Promise<void>
}

export const channelOf = (event: Event): ChannelId =>
  event.type === 'command-invoked' && event.invocation
    ? event.invocation.channelId
    : (event.streamId as string as ChannelId)
