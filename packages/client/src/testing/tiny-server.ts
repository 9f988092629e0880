import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  ChannelId,
  type CommandBody,
  type ErrorCode,
  type Event,
  errorTable,
  type HeartbeatFrame,
  type Message,
} from '@parley/protocol'
import { type WebSocket, WebSocketServer } from 'ws'
import type { WorkspaceModel } from './workspace-model'

type SendBody = CommandBody<'messages.send'>

/** A real HTTP and WebSocket server over a model, with faults to order: what the client must live with. */
export class TinyServer implements AsyncDisposable {
  /** Bodies of `messages.send`, in the order they came. */
  readonly sends: SendBody[] = []
  /** clientMessageIds of `messages.withdraw`, in the order they came. */
  readonly withdrawals: string[] = []
  /** Cursors of the resume frames, in the order they came. */
  readonly resumes: Record<string, number>[] = []
  readonly paths: string[] = []
  /** Threads that whoever asks for them follows. */
  readonly followed = new Set<string>()
  /** How many sends are stored and then cut off without an answer. */
  dropAcknowledgements = 0
  /** What to answer the next sends with, one each. */
  readonly sendErrors: ErrorCode[] = []
  readonly withdrawalErrors: ErrorCode[] = []
  /** Whether only sockets and what is in memory work. */
  isDatabaseAway = false
  isSignedIn = true
  /** What a socket is told as soon as it is taken up; nothing for null. Its client knows a moment sooner that it is open. */
  signOfLife: Omit<HeartbeatFrame, 'type' | 'at'> | null = null
  acceptsSockets = true
  /** What to wait for between storing a message and answering. */
  beforeAnswer: () => Promise<unknown> = async () => {}
  /** Events that never leave, as if lost on the way. */
  isLost: (event: Event) => boolean = () => false
  /** How an event leaves, where another server than ours would spoil it. */
  asSent: (event: Event) => object = (event) => event

  url = ''

  private readonly sockets = new Set<WebSocket>()
  private readonly http: Server
  private readonly webSockets = new WebSocketServer({ noServer: true })

  private constructor(readonly model: WorkspaceModel) {
    model.onEvent = (event) => this.broadcast(event)
    this.http = createServer((request, response) => void this.answer(request, response))
    this.http.on('upgrade', (request, socket, head) => {
      if (!this.isSignedIn || !this.acceptsSockets) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
      this.webSockets.handleUpgrade(request, socket, head, (webSocket) => this.accept(webSocket))
    })
  }

  static async start(model: WorkspaceModel, port = 0): Promise<TinyServer> {
    const server = new TinyServer(model)
    await new Promise<void>((resolve) => server.http.listen(port, '127.0.0.1', resolve))
    server.url = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}`
    return server
  }

  get openSockets(): number {
    return this.sockets.size
  }

  closeSockets(code: number, reason?: string): void {
    for (const socket of this.sockets) socket.close(code, reason)
  }

  cutSockets(): void {
    for (const socket of this.sockets) socket.terminate()
  }

  sendToAll(frame: object): void {
    for (const socket of this.sockets) socket.send(JSON.stringify(frame))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cutSockets()
    this.http.closeAllConnections()
    await new Promise((resolve) => this.http.close(resolve))
  }

  private accept(socket: WebSocket): void {
    socket.once('message', (data) => {
      const { cursors } = JSON.parse(String(data))
      this.resumes.push(cursors)
      for (const event of this.model.log) {
        const cursor = cursors[event.streamId]
        if (cursor !== undefined && event.seq > cursor && this.model.isVisible(event)) this.sendEvent(socket, event)
      }
      this.sockets.add(socket)
      if (this.signOfLife)
        socket.send(JSON.stringify({ type: 'heartbeat', at: new Date().toISOString(), ...this.signOfLife }))
    })
    socket.on('close', () => this.sockets.delete(socket))
  }

  private broadcast(event: Event): void {
    for (const socket of this.sockets) this.sendEvent(socket, event)
  }

  private sendEvent(socket: WebSocket, event: Event): void {
    if (!this.isLost(event)) socket.send(JSON.stringify(this.asSent(event)))
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url)
    const name = url.pathname.replace('/api/', '')
    this.paths.push(name)
    if (!this.isSignedIn) return refuse(response, 'unauthenticated')
    if (this.isDatabaseAway) return refuse(response, 'database_unavailable')
    if (name === 'messages.send') return this.answerSend(await readBody(request), response)
    if (name === 'messages.withdraw') return this.answerWithdrawal(await readBody(request), response)
    if (name === 'state') return reply(response, this.answerState())
    if (name === 'auth.signOut') return reply(response, this.answerSignOut())
    if (name === 'tasks.list') return reply(response, { tasks: this.model.visibleTasks() })
    if (name === 'channels.list') return reply(response, { channels: [] })
    if (name === 'messages.list') return reply(response, this.answerPage(url.searchParams))
    if (name === 'threads.get') return reply(response, this.answerThread(url.searchParams))
    refuse(response, 'not_found')
  }

  private async answerSend(body: SendBody, response: ServerResponse): Promise<void> {
    this.sends.push(body)
    const error = this.sendErrors.shift()
    if (error) refuse(response, error)
    else await this.answerStored(body, response)
  }

  private answerSignOut() {
    this.isSignedIn = false
    return {}
  }

  private answerWithdrawal({ channelId, clientMessageId }: SendBody, response: ServerResponse): void {
    this.withdrawals.push(clientMessageId)
    const error = this.withdrawalErrors.shift()
    if (error) refuse(response, error)
    else reply(response, { message: this.withdraw(channelId, clientMessageId) })
  }

  private withdraw(channelId: string, clientMessageId: string): Message | null | undefined {
    const messages = this.model.messagesOf(ChannelId.parse(channelId))
    const message = messages.find((it) => it.clientMessageId === clientMessageId && !it.deletedAt)
    if (!message) return null
    this.model.remove(message)
    return this.model.findMessage(message.id)
  }

  private async answerStored(body: SendBody, response: ServerResponse): Promise<void> {
    const message = this.stored(body)
    await this.beforeAnswer()
    if (this.dropAcknowledgements > 0) {
      this.dropAcknowledgements -= 1
      response.destroy()
    } else reply(response, { message })
  }

  /** A retry is answered with what it made the first time. */
  private stored({ channelId, clientMessageId, text }: SendBody): Message {
    const earlier = this.model.messagesOf(ChannelId.parse(channelId))
    const known = earlier.find((message) => message.clientMessageId === clientMessageId)
    return known ?? this.model.post(ChannelId.parse(channelId), this.model.me, text, clientMessageId)
  }

  /** As the server's: of the tasks, the open ones. */
  private answerState() {
    const snapshot = this.model.snapshot()
    return { ...snapshot, tasks: snapshot.tasks.filter((task) => task.status === 'open') }
  }

  private answerThread(search: URLSearchParams) {
    const root = this.model.findMessage(search.get('threadId'))
    const { id: threadId, channelId, replyCount, lastReplyAt } = root
    const isFollowing = this.followed.has(threadId)
    const readNumber = isFollowing ? 0 : replyCount
    const thread = { threadId, channelId, isFollowing, readNumber, replyCount, lastReplyAt }
    return { root, thread }
  }

  private answerPage(search: URLSearchParams) {
    const page = this.page(search)
    const ids = new Set(page.messages.flatMap(({ card }) => card?.taskIds ?? []))
    const tasks = this.model.visibleTasks().filter((task) => ids.has(task.id))
    return { ...page, tasks }
  }

  private page(search: URLSearchParams) {
    const all = this.model
      .messagesOf(ChannelId.parse(search.get('channelId')))
      .filter((it) => it.threadId === search.get('threadId'))
    const [from, to] = pageBounds(all, search)
    return { messages: all.slice(from, to).toReversed(), hasOlder: from > 0, hasNewer: to < all.length }
  }
}

function pageBounds(all: readonly Message[], search: URLSearchParams): readonly [number, number] {
  const limit = Number(search.get('limit'))
  const upTo = (seq: number) => all.filter((it) => it.seq <= seq).length
  const [after, around] = [search.get('after'), search.get('around')]
  if (after !== null) return [upTo(Number(after)), Math.min(all.length, upTo(Number(after)) + limit)]
  if (around !== null) {
    const middle = upTo(Number(around))
    return [Math.max(0, middle - Math.ceil(limit / 2)), Math.min(all.length, middle + Math.floor(limit / 2))]
  }
  const to = upTo(Number(search.get('before') ?? Number.MAX_SAFE_INTEGER) - 1)
  return [Math.max(0, to - limit), to]
}

async function readBody(request: IncomingMessage): Promise<SendBody> {
  let text = ''
  for await (const chunk of request) text += chunk
  return JSON.parse(text)
}

function reply(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function refuse(response: ServerResponse, code: ErrorCode): void {
  reply(response, { error: { code, message: `the server says ${code}`, parameters: {} } }, errorTable[code].status)
}
