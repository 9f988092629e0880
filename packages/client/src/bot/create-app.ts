import type { Event, Invocation } from '@parley/protocol'
import { createHttpClient, type HttpClient } from '../http-client'
import { eventsUrl, type WebSocketLike } from '../web-socket-like'
import {
  type BoltMessage,
  type BoltResponse,
  type BotApp,
  type BotContext,
  type CommandContext,
  channelOf,
  type Handler,
  type MessageContext,
  type Middleware,
  type Say,
} from './bot-app'
import { BotConnection, type CursorStore } from './bot-connection'
import { isNamed } from './is-named'

/** A WebSocket that takes headers, as the `ws` package's and Node's own do. */
export type HeaderWebSocket = new (url: string, options: { headers: Record<string, string> }) => WebSocketLike

export interface AppOptions {
  /** The bot's token, `prl_…`. */
  readonly token: string
  /** Where the server is, such as `https://parley.example.org`. */
  readonly url: string
  /** Default: the global one, which Node has from version 22 on. */
  readonly webSocket?: HeaderWebSocket
  /** Kept: after a restart the bot hears what it missed. Left out: it begins with what happens from now on. */
  readonly cursorStore?: CursorStore
  /** What a handler threw, and what went wrong on the way. Default: the console. */
  readonly onError?: (error: unknown) => void
}

type Listener = (context: BotContext) => Promise<unknown> | undefined

/** A bot: handlers for messages, slash commands and events, over one connection that mends itself. */
export function createApp(options: AppOptions): BotApp {
  const { token, url, onError = console.error } = options
  const WebSocketClass = options.webSocket ?? (globalThis.WebSocket as unknown as HeaderWebSocket)
  const http = createHttpClient({ baseUrl: url, token })
  const middlewares: Middleware[] = []
  const listeners: Listener[] = []
  let botId = ''
  let ready: () => void = () => undefined
  const isReady = new Promise<void>((resolve) => {
    ready = resolve
  })
  const connection = new BotConnection({
    http,
    openSocket: () => new WebSocketClass(eventsUrl(url), { headers: { authorization: `Bearer ${token}` } }),
    cursorStore: options.cursorStore,
    onReady: (id) => {
      botId = id
      ready()
    },
    handle: (event) => dispatch(middlewares, listeners, contextOf(http, botId, event), onError),
    onError,
  })
  let running: Promise<void> | undefined
  const begin = (): Promise<void> => {
    const run = connection.run()
    // Of an end before it was connected hears whoever started it.
    void isReady.then(() => run.catch(onError))
    return run
  }
  return {
    use: (middleware) => void middlewares.push(middleware),
    message: (pattern: string | RegExp | Handler<MessageContext>, handler?: Handler<MessageContext>) => {
      const [wanted, run] = typeof pattern === 'function' ? [/[\s\S]*/, pattern] : [pattern, handler]
      if (run) listeners.push((context) => onMessage(context, wanted, run))
    },
    command: (name, handler) => void listeners.push((context) => onCommand(context, name.replace(/^\//, ''), handler)),
    event: (name, handler) =>
      void listeners.push((context) => (isNamed(context.event, name, context.botId) ? handler(context) : undefined)),
    start: () => {
      running ??= begin()
      return Promise.race([isReady, running])
    },
    stop: async () => {
      await connection.stop()
      await running?.catch(() => undefined)
    },
  }
}

/** Middleware in its order, then every listener; one that throws keeps no other from hearing. */
async function dispatch(
  middlewares: readonly Middleware[],
  listeners: readonly Listener[],
  context: BotContext,
  onError: (error: unknown) => void,
): Promise<void> {
  const step = async (index: number): Promise<void> => {
    const middleware = middlewares[index]
    if (middleware) return middleware({ ...context, next: () => step(index + 1) })
    for (const listen of listeners) await (async () => listen(context))().catch(onError)
  }
  await step(0)
}

function contextOf(client: HttpClient, botId: string, event: Event): BotContext {
  let spoken = 0
  const say: Say = async (said, options = {}) => {
    const { text, thread_ts }: BoltMessage = typeof said === 'string' ? { text: said } : said
    const { threadId = thread_ts ?? threadOf(event) } = options
    spoken += 1
    // Named after what it answers: an event that comes again is answered once.
    const clientMessageId = `bot-${event.streamId}-${event.seq}-${spoken}`
    const body = { channelId: channelOf(event), text, threadId, clientMessageId }
    return (await client.command('messages.send', body)).message
  }
  return { event, client, botId, say }
}

const threadOf = (event: Event) => {
  if (event.type === 'message-created') return event.message.threadId
  return event.type === 'command-invoked' ? (event.invocation?.threadId ?? null) : null
}

/** A bot does not hear itself. */
function onMessage(context: BotContext, pattern: string | RegExp, run: Handler<MessageContext>) {
  const { event, botId } = context
  if (event.type !== 'message-created' || event.message.authorId === botId || event.message.deletedAt) return undefined
  const { message } = event
  if (typeof pattern === 'string')
    return message.text.includes(pattern) ? run({ ...context, message, matches: [pattern] }) : undefined
  const matches = message.text.match(pattern)
  return matches ? run({ ...context, message, matches: [...matches] }) : undefined
}

function onCommand(context: BotContext, name: string, run: Handler<CommandContext>) {
  const { event } = context
  if (event.type !== 'command-invoked' || event.invocation?.name !== name) return undefined
  const respond = respondTo(context.client, event.invocation)
  return run({
    ...context,
    command: event.invocation,
    respond,
    ack: async (answer) => (answer ? respond(answer) : undefined),
  })
}

const respondTo =
  (client: HttpClient, { id: invocationId }: Invocation): CommandContext['respond'] =>
  async (answer, options = {}) => {
    const { text, response_type }: BoltResponse = typeof answer === 'string' ? { text: answer } : answer
    const { isForChannel = response_type === 'in_channel' } = options
    await client.command('slashCommands.answer', { invocationId, text, isForChannel })
  }
