import {
  type Channel,
  ChannelId,
  type ChannelState,
  Event,
  type Message,
  MessageId,
  type Task,
  TaskId,
  type User,
  UserId,
  WorkspaceId,
} from '@parley/protocol'
import type { Snapshot } from '../client-state'

interface ModelChannel {
  channel: Channel
  readonly members: Set<UserId>
  readonly messages: Message[]
}

type Draft<E = Event> = E extends Event ? Omit<E, 'streamId' | 'seq' | 'at'> : never

/** A workspace as the server holds it, seen by one person: what events it gives out, and what a snapshot says. */
export class WorkspaceModel {
  readonly workspace = { id: WorkspaceId.parse(uuid(1)), name: 'Model' }
  readonly assistant = newUser(2, 'assistant')
  readonly me = newUser(3, 'person')
  readonly colleague = newUser(4, 'person')
  readonly users = new Map([this.assistant, this.me, this.colleague].map((user) => [user.id, user]))
  readonly channels = new Map<ChannelId, ModelChannel>()
  readonly tasks = new Map<TaskId, Task>()
  /** All events of all streams, in the order of their commits. */
  readonly log: Event[] = []
  /** Told of every event that reaches the person's sockets. */
  onEvent: (event: Event) => void = () => {}

  private readonly readNumbers = new Map<ChannelId, number>()
  private lastId = 100
  private timeMs = Date.parse('2026-11-23T09:00:00Z')

  eventsOf(streamId: string): readonly Event[] {
    return this.log.filter((event) => event.streamId === streamId)
  }

  createChannel(name: string, members: readonly User[]): ChannelId {
    const id = ChannelId.parse(uuid(++this.lastId))
    const told = { topic: '', purpose: '' }
    const shape = {
      kind: 'public',
      directUserIds: null,
      rules: OPEN_RULES,
      archivedAt: null,
      suggestsAnswers: false,
    } as const
    this.channels.set(id, {
      channel: { id, name, createdAt: this.now(), ...told, ...shape },
      members: new Set(),
      messages: [],
    })
    for (const user of members) this.addMember(id, user)
    return id
  }

  addMember(channelId: ChannelId, user: User): void {
    const { members } = this.at(channelId)
    if (members.has(user.id)) return
    members.add(user.id)
    this.append(channelId, { type: 'member-added', userId: user.id, isAssistant: user.kind === 'assistant' })
    if (user !== this.me) return
    this.readNumbers.set(channelId, 0)
    this.append(this.me.id, {
      type: 'channel-joined',
      state: this.stateOf(channelId),
      tasks: this.visibleTasks().filter((task) => task.channelId === channelId),
      threads: [],
    })
  }

  removeMember(channelId: ChannelId, user: User): void {
    if (!this.at(channelId).members.has(user.id)) return
    const isAssistant = user.kind === 'assistant'
    // The one removed hears of it, so the number is given while they are still in.
    this.append(channelId, { type: 'member-removed', userId: user.id, isAssistant })
    this.at(channelId).members.delete(user.id)
    if (user === this.me) this.append(this.me.id, { type: 'channel-left', channelId })
  }

  post(channelId: ChannelId, author: User, text: string, clientMessageId = uuid(++this.lastId)): Message {
    const message: Message = {
      id: MessageId.parse(uuid(++this.lastId)),
      channelId,
      seq: this.eventsOf(channelId).length + 1,
      messageNumber: this.lastNumberOf(channelId) + 1,
      threadId: null,
      replyNumber: null,
      isAlsoInChannel: false,
      threadAuthorId: null,
      replyCount: 0,
      lastReplyAt: null,
      authorId: author.id,
      clientMessageId,
      text,
      mentions: [],
      isForEveryone: false,
      files: [],
      reactions: [],
      pinnedAt: null,
      pinnedBy: null,
      createdAt: this.now(),
      editedAt: null,
      deletedAt: null,
      card: null,
    }
    return this.take(author, message)
  }

  /** A reply that stands in its thread alone. */
  reply(root: Message, author: User, text: string): Message {
    const { channelId, authorId } = root
    const { messages } = this.at(channelId)
    const replyCount = messages.filter((message) => message.threadId === root.id).length + 1
    const placed = { threadId: root.id, replyNumber: replyCount, threadAuthorId: authorId }
    const numbered = { seq: this.eventsOf(channelId).length + 1, messageNumber: this.lastNumberOf(channelId) }
    const ids = { id: MessageId.parse(uuid(++this.lastId)), clientMessageId: uuid(++this.lastId), authorId: author.id }
    const createdAt = this.now()
    this.change(channelId, root.id, { replyCount, lastReplyAt: createdAt })
    return this.take(author, {
      ...root,
      ...placed,
      ...numbered,
      ...ids,
      text,
      createdAt,
      replyCount: 0,
      lastReplyAt: null,
    })
  }

  private take(author: User, message: Message): Message {
    const { channelId, messageNumber } = message
    this.at(channelId).messages.push(message)
    if (author === this.me) this.readNumbers.set(channelId, messageNumber)
    this.append(channelId, { type: 'message-created', message })
    return message
  }

  private lastNumberOf(channelId: ChannelId): number {
    return this.at(channelId).messages.filter((message) => message.threadId === null).length
  }

  /** The card of an assistant's message that was posted before anybody connected. */
  attachCard({ channelId, id }: Message, taskIds: readonly TaskId[]): void {
    const empty = { citations: [], confidence: null, reasons: [], repliesTo: null }
    this.change(channelId, id, { card: { kind: 'task', taskIds: [...taskIds], ...empty } })
  }

  edit({ channelId, id }: Message, text: string): void {
    const editedAt = this.now()
    this.change(channelId, id, { text, editedAt })
    this.append(channelId, { type: 'message-edited', messageId: id, text, editedAt })
  }

  remove({ channelId, id, messageNumber }: Message): void {
    const deletedAt = this.now()
    this.change(channelId, id, { text: '', deletedAt })
    this.append(channelId, { type: 'message-deleted', messageId: id, messageNumber, deletedAt })
  }

  rename(channelId: ChannelId, name: string): void {
    const held = this.at(channelId)
    held.channel = { ...held.channel, name }
    this.append(channelId, { type: 'channel-updated', channel: held.channel })
  }

  markRead(channelId: ChannelId, messageNumber: number): void {
    const readNumber = Math.min(messageNumber, this.lastNumberOf(channelId))
    if (readNumber <= (this.readNumbers.get(channelId) ?? 0)) return
    this.readNumbers.set(channelId, readNumber)
    const lastMessageNumber = this.lastNumberOf(channelId)
    this.append(this.me.id, {
      type: 'read-moved',
      channelId,
      readNumber,
      unreadMentions: [],
      unreadDeleted: [],
      lastMessageNumber,
    })
  }

  saveTask(task: Partial<Task> & Pick<Task, 'title'>): Task {
    const id = task.id ?? TaskId.parse(uuid(++this.lastId))
    const before = this.tasks.get(id)
    const saved: Task = {
      ...newTask(id, this.colleague.id, this.now()),
      ...before,
      ...task,
      version: (before?.version ?? 0) + 1,
    }
    this.tasks.set(id, saved)
    if (saved.channelId) this.append(saved.channelId, { type: 'task-saved', task: saved })
    if (this.isMine(saved)) this.append(this.me.id, { type: 'task-saved', task: saved })
    else if (before?.assigneeId === this.me.id && !this.visibleTasks().includes(saved)) {
      this.append(this.me.id, { type: 'task-hidden', taskId: id })
    }
    return saved
  }

  saveUser(user: User): void {
    this.users.set(user.id, user)
    this.append(this.workspace.id, { type: 'user-saved', user })
  }

  snapshot(): Snapshot {
    const mine = [...this.channels.keys()].filter((id) => this.at(id).members.has(this.me.id))
    const streams = [this.workspace.id, this.me.id, ...mine]
    return {
      version: '0.1.0',
      workspace: this.workspace,
      me: { ...(this.users.get(this.me.id) ?? this.me), email: null, suspendedUntil: null },
      users: [...this.users.values()],
      groups: [],
      channels: mine.map((id) => this.stateOf(id)),
      tasks: this.visibleTasks(),
      threads: [],
      savedMessageIds: [],
      scheduledMessages: [],
      reminders: [],
      drafts: [],
      cursors: Object.fromEntries(streams.map((id) => [id, this.eventsOf(id).length])),
    }
  }

  visibleTasks(): Task[] {
    const isInMyChannel = ({ channelId }: Task) => channelId !== null && this.at(channelId).members.has(this.me.id)
    return [...this.tasks.values()].filter((task) => this.isMine(task) || isInMyChannel(task))
  }

  messagesOf(channelId: ChannelId): readonly Message[] {
    return this.at(channelId).messages
  }

  findMessage(messageId: string | null): Message {
    const held = [...this.channels.values()].flatMap(({ messages }) => messages).find(({ id }) => id === messageId)
    if (!held) throw new Error(`the model has no message ${messageId}`)
    return held
  }

  isVisible(event: Event): boolean {
    const streamId: string = event.streamId
    if (streamId === this.workspace.id || streamId === this.me.id) return true
    return this.channels.get(event.streamId as string as ChannelId)?.members.has(this.me.id) ?? false
  }

  private stateOf(channelId: ChannelId): ChannelState {
    const { channel, members } = this.at(channelId)
    return {
      channel,
      cursor: this.eventsOf(channelId).length,
      lastMessageNumber: this.lastNumberOf(channelId),
      readNumber: this.readNumbers.get(channelId) ?? 0,
      unreadMentions: [],
      unreadDeleted: [],
      notificationLevel: 'all',
      isMuted: false,
      isStarred: false,
      isModerator: false,
      memberCount: members.size,
      isAssistantMember: members.has(this.assistant.id),
    }
  }

  private isMine(task: Task): boolean {
    return task.createdBy === this.me.id || task.assigneeId === this.me.id
  }

  private change(channelId: ChannelId, id: MessageId, change: Partial<Message>): void {
    const { messages } = this.at(channelId)
    const index = messages.findIndex((message) => message.id === id)
    const held = messages[index]
    if (held) messages[index] = { ...held, ...change }
  }

  private append(streamId: string, draft: Draft): void {
    const seq = this.eventsOf(streamId).length + 1
    const event = Event.parse({ ...draft, streamId, seq, at: this.now() })
    this.log.push(event)
    if (this.isVisible(event)) this.onEvent(event)
  }

  private at(channelId: ChannelId): ModelChannel {
    const held = this.channels.get(channelId)
    if (!held) throw new Error(`the model has no channel ${channelId}`)
    return held
  }

  private now(): string {
    this.timeMs += 1_000
    return new Date(this.timeMs).toISOString()
  }
}

const OPEN_RULES = { post: 'members', callEverybody: 'members', pin: 'members', invite: 'members' } as const

export const uuid = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

function newUser(number: number, kind: User['kind']): User {
  const id = UserId.parse(uuid(number))
  const plain = { role: 'member', aliases: [], language: 'zh', timeZone: 'UTC', isActive: true } as const
  const unsaid = { title: '', phone: '', status: null, avatarId: null, doNotDisturb: { until: null, quietHours: [] } }
  return { id, name: `${kind} ${number}`, kind, ...plain, ...unsaid, aliases: [] }
}

function newTask(id: TaskId, createdBy: UserId, createdAt: string): Task {
  const open = { status: 'open', origin: 'person', completedAt: null, due: null, assigneeId: null } as const
  return {
    id,
    title: '',
    createdBy,
    createdAt,
    ...open,
    channelId: null,
    sourceMessageId: null,
    reasons: [],
    version: 0,
  }
}
