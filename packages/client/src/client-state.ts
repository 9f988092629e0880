import type {
  Account,
  ChannelId,
  ChannelState,
  Cursors,
  Draft,
  MessageId,
  QueryAnswer,
  Reminder,
  ReminderId,
  ScheduledMessage,
  ScheduledMessageId,
  Task,
  TaskId,
  ThreadState,
  User,
  UserGroup,
  UserGroupId,
  UserId,
  Workspace,
} from '@parley/protocol'
import { emptyWindow, type MessageWindow } from './message-window'
import type { OpenThread } from './open-thread'
import { freshReading, type Reading } from './reading'
import { type ThreadView, threadAfterSaved, threadView, unreadReplies } from './thread-view'

export type Snapshot = QueryAnswer<'state'>

/** A channel, and as much of its messages as is loaded. `cursor` is the last event applied to both. */
export interface ChannelView extends ChannelState {
  readonly window: MessageWindow
  readonly reading: Reading
}

/** What the signed-in person sees. Immutable: a change shares every part that it does not touch. */
export interface ClientState {
  readonly version: string
  readonly workspace: Workspace
  readonly me: Account
  readonly users: ReadonlyMap<UserId, User>
  /** Groups of people that can be called; none for a guest. */
  readonly groups: ReadonlyMap<UserGroupId, UserGroup>
  readonly channels: ReadonlyMap<ChannelId, ChannelView>
  readonly tasks: ReadonlyMap<TaskId, Task>
  /** Threads that the person has to do with. */
  readonly threads: ReadonlyMap<MessageId, ThreadView>
  /** Threads whose replies are loaded. */
  readonly openThreads: ReadonlyMap<MessageId, OpenThread>
  /** What they kept for later. */
  readonly savedMessageIds: ReadonlySet<MessageId>
  /** What they have begun to write, by the channel or the thread it is meant for. */
  readonly drafts: ReadonlyMap<string, Draft>
  /** What they wrote for later. */
  readonly scheduledMessages: ReadonlyMap<ScheduledMessageId, ScheduledMessage>
  /** Reminders that they made or are reminded by. */
  readonly reminders: ReadonlyMap<ReminderId, Reminder>
  readonly workspaceCursor: number
  readonly inboxCursor: number
}

/**
 * The state of a snapshot from `GET /api/state`. Messages loaded before stay loaded where nothing was missed, that is
 * where `previous` stood at the same cursor.
 */
export function stateFromSnapshot(snapshot: Snapshot, previous?: ClientState | null): ClientState {
  const before = previous?.me.id === snapshot.me.id ? previous : undefined
  const known = before?.channels
  return {
    version: snapshot.version,
    workspace: snapshot.workspace,
    me: snapshot.me,
    users: new Map(snapshot.users.map((user) => [user.id, user])),
    groups: new Map(snapshot.groups.map((group) => [group.id, group])),
    channels: new Map(snapshot.channels.map((it) => [it.channel.id, channelView(it, known?.get(it.channel.id))])),
    tasks: new Map(snapshot.tasks.map((task) => [task.id, task])),
    threads: new Map(snapshot.threads.map((thread) => [thread.threadId, threadView(thread)])),
    openThreads: new Map([...(before?.openThreads ?? [])].filter(([, thread]) => isCurrent(thread, snapshot, known))),
    savedMessageIds: new Set(snapshot.savedMessageIds),
    scheduledMessages: new Map(snapshot.scheduledMessages.map((scheduled) => [scheduled.id, scheduled])),
    reminders: new Map(snapshot.reminders.map((reminder) => [reminder.id, reminder])),
    drafts: new Map(snapshot.drafts.map((draft) => [draftPlace(draft), draft])),
    workspaceCursor: cursorIn(snapshot.cursors, snapshot.workspace.id),
    inboxCursor: cursorIn(snapshot.cursors, snapshot.me.id),
  }
}

/** A thread stays loaded where nothing was missed, like its channel's messages. */
function isCurrent({ channelId }: OpenThread, { channels }: Snapshot, known?: ReadonlyMap<ChannelId, ChannelView>) {
  const state = channels.find(({ channel }) => channel.id === channelId)
  return state !== undefined && known?.get(channelId)?.cursor === state.cursor
}

/** Where a draft is meant to go: a thread, or the channel itself. */
export const draftPlace = ({ channelId, threadId }: Pick<Draft, 'channelId' | 'threadId'>): string =>
  threadId ?? channelId

export function channelView(state: ChannelState, previous?: ChannelView): ChannelView {
  const isSameMoment = previous?.cursor === state.cursor
  const window = isSameMoment ? previous.window : emptyWindow(state.cursor, state.lastMessageNumber)
  return { ...state, window, reading: isSameMoment ? previous.reading : freshReading }
}

const cursorIn = (cursors: Readonly<Record<string, number>>, streamId: string) => cursors[streamId] ?? 0

/** Where to resume from: the last event seen in every stream that is followed. */
export function cursorsOf(state: ClientState): Cursors {
  const channels = [...state.channels].map(([id, view]) => [id, view.cursor] as const)
  return Object.fromEntries([
    [state.workspace.id, state.workspaceCursor],
    [state.me.id, state.inboxCursor],
    ...channels,
  ])
}

/** A task is seen by its creator, its assignee, and the members of its channel. */
export function isTaskVisible(state: ClientState, task: Task): boolean {
  const { id } = state.me
  return (
    task.createdBy === id || task.assigneeId === id || (task.channelId !== null && state.channels.has(task.channelId))
  )
}

export function withChannelView(state: ClientState, view: ChannelView): ClientState {
  return { ...state, channels: new Map(state.channels).set(view.channel.id, view) }
}

/** Takes in a channel that was unknown. A known one is brought on by its events: none of them may be jumped over. */
export function withChannelState(state: ClientState, joined: ChannelState): ClientState {
  return state.channels.has(joined.channel.id) ? state : withChannelView(state, channelView(joined))
}

/** Forgets a channel, its messages, and the tasks that were seen through it alone. */
export function withoutChannel(state: ClientState, channelId: ChannelId): ClientState {
  if (!state.channels.has(channelId)) return state
  const channels = new Map(state.channels)
  channels.delete(channelId)
  const threads = withoutChannelsOwn(state.threads, channelId)
  const openThreads = withoutChannelsOwn(state.openThreads, channelId)
  return withoutHiddenTasks({ ...state, channels, threads, openThreads })
}

const withoutChannelsOwn = <Id, Item extends { readonly channelId: ChannelId }>(
  items: ReadonlyMap<Id, Item>,
  channelId: ChannelId,
): ReadonlyMap<Id, Item> => new Map([...items].filter(([, item]) => item.channelId !== channelId))

function withoutHiddenTasks(state: ClientState): ClientState {
  const visible = [...state.tasks].filter(([, task]) => isTaskVisible(state, task))
  return visible.length === state.tasks.size ? state : { ...state, tasks: new Map(visible) }
}

/** Takes in tasks; the higher `version` wins, and a task that this person no longer sees goes. */
export function withTasks(state: ClientState, saved: readonly Task[]): ClientState {
  const newer = saved.filter((task) => task.version > (state.tasks.get(task.id)?.version ?? -1))
  if (newer.length === 0) return state
  const tasks = new Map(state.tasks)
  for (const task of newer) tasks.set(task.id, task)
  return withoutHiddenTasks({ ...state, tasks })
}

export function withoutTask(state: ClientState, taskId: TaskId): ClientState {
  if (!state.tasks.has(taskId)) return state
  const tasks = new Map(state.tasks)
  tasks.delete(taskId)
  return { ...state, tasks }
}

/** Takes in threads that the person changed, or that came into view. */
export function withThreads(state: ClientState, saved: readonly ThreadState[]): ClientState {
  const visible = saved.filter((thread) => state.channels.has(thread.channelId))
  if (visible.length === 0) return state
  return visible.reduce((now, it) => withThread(now, threadAfterSaved(now.threads.get(it.threadId), it)), state)
}

/** How many threads are kept, as the server's state has them: those with the newest replies. */
const THREADS_LIMIT = 1_000

/** Takes in a thread. When there are too many, the one goes that was silent longest, of those with nothing unread. */
export function withThread(state: ClientState, thread: ThreadView): ClientState {
  const threads = new Map(state.threads).set(thread.threadId, thread)
  if (threads.size > THREADS_LIMIT) threads.delete(oldestOf(threads, thread).threadId)
  return { ...state, threads }
}

/** Whether a person may have to do with this thread although it is not kept, since there are too many. */
export const mayBeUnheld = ({ threads }: ClientState, threadId: MessageId): boolean =>
  threads.size >= THREADS_LIMIT && !threads.has(threadId)

function oldestOf(threads: ReadonlyMap<MessageId, ThreadView>, newest: ThreadView): ThreadView {
  const others = [...threads.values()].filter((it) => it !== newest)
  const read = others.filter((it) => unreadReplies(it) === 0)
  const repliedAt = ({ lastReplyAt }: ThreadView) => lastReplyAt ?? ''
  return (read.length > 0 ? read : others).reduce((one, other) => (repliedAt(other) < repliedAt(one) ? other : one))
}

/** How many threads stay loaded: the one that is looked at, and where one comes from. */
const OPEN_THREADS_LIMIT = 8

/** Takes in a thread whose replies are loaded; the one that was opened first goes when there are too many. */
export function withOpenThread(state: ClientState, thread: OpenThread): ClientState {
  const openThreads = new Map(state.openThreads).set(thread.threadId, thread)
  const [first] = openThreads.keys()
  if (first && openThreads.size > OPEN_THREADS_LIMIT) openThreads.delete(first)
  return { ...state, openThreads }
}

export function withoutOpenThread(state: ClientState, threadId: MessageId): ClientState {
  const openThreads = new Map(state.openThreads)
  openThreads.delete(threadId)
  return { ...state, openThreads }
}

export function withSavedMessage(state: ClientState, messageId: MessageId, isSaved: boolean): ClientState {
  if (state.savedMessageIds.has(messageId) === isSaved) return state
  const savedMessageIds = new Set(state.savedMessageIds)
  if (isSaved) savedMessageIds.add(messageId)
  else savedMessageIds.delete(messageId)
  return { ...state, savedMessageIds }
}

export function withDraft(state: ClientState, draft: Draft): ClientState {
  const drafts = new Map(state.drafts)
  if (draft.text === '' && draft.fileIds.length === 0) drafts.delete(draftPlace(draft))
  else drafts.set(draftPlace(draft), draft)
  return { ...state, drafts }
}

export const withScheduled = (state: ClientState, scheduled: ScheduledMessage): ClientState => ({
  ...state,
  scheduledMessages: new Map(state.scheduledMessages).set(scheduled.id, scheduled),
})

export const withoutScheduled = (state: ClientState, id: ScheduledMessageId): ClientState => ({
  ...state,
  scheduledMessages: withoutKey(state.scheduledMessages, id),
})

export const withReminder = (state: ClientState, reminder: Reminder): ClientState => ({
  ...state,
  reminders: new Map(state.reminders).set(reminder.id, reminder),
})

export const withoutReminder = (state: ClientState, id: ReminderId): ClientState => ({
  ...state,
  reminders: withoutKey(state.reminders, id),
})

function withoutKey<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}

export function withUser(state: ClientState, user: User): ClientState {
  const me = user.id === state.me.id ? { ...state.me, ...user } : state.me
  return { ...state, me, users: new Map(state.users).set(user.id, user) }
}

/** An archived group can no longer be called, and goes. */
export function withGroup(state: ClientState, group: UserGroup): ClientState {
  const groups = new Map(state.groups)
  if (group.archivedAt) groups.delete(group.id)
  else groups.set(group.id, group)
  return { ...state, groups }
}
