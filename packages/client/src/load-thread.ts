import type { ChannelId, MessageId, Task } from '@parley/protocol'
import { type ClientState, withOpenThread, withTasks } from './client-state'
import type { HttpClient } from './http-client'
import { PAGE_SIZE, type StateAccess } from './load-older'
import { addOlder, beginLoading, endLoading, type MessageWindow } from './message-window'
import { type OpenThread, openingThread, withRoot } from './open-thread'

/**
 * Loads the message that a thread hangs on and its last replies. What happens in the thread from this call on is kept
 * beside, so that nothing is missed between the reading and its arrival.
 */
export async function openThread(
  http: HttpClient,
  channelId: ChannelId,
  threadId: MessageId,
  access: StateAccess,
): Promise<void> {
  const state = access.get()
  const view = state?.channels.get(channelId)
  if (!state || !view || state.openThreads.has(threadId)) return
  const opening = openingThread(channelId, threadId, view.cursor)
  access.change((now) => withOpenThread(now, opening))
  try {
    const [{ root }, { messages, tasks }] = await Promise.all([
      http.query('threads.get', { threadId }),
      http.query('messages.list', { channelId, threadId, limit: PAGE_SIZE }),
    ])
    changeThread(access, opening, (thread) => {
      const rooted = withRoot(thread, root)
      return { ...rooted, window: addOlder(rooted.window, messages) }
    })
    takeTasks(access, tasks)
  } catch (error) {
    access.change((now) => withoutOpenThread(now, opening))
    throw error
  }
}

/** Loads the page of replies before those that are held. */
export async function loadOlderReplies(http: HttpClient, threadId: MessageId, access: StateAccess): Promise<void> {
  const thread = access.get()?.openThreads.get(threadId)
  if (!thread || thread.window.isLoading || !thread.window.hasOlder) return
  const { channelId, window } = thread
  const changeWindow = (change: (window: MessageWindow) => MessageWindow) =>
    changeThread(access, thread, (it) => ({ ...it, window: change(it.window) }))
  changeWindow(beginLoading)
  try {
    const before = window.fromSeq
    const { messages, tasks } = await http.query('messages.list', { channelId, threadId, before, limit: PAGE_SIZE })
    changeWindow((it) => (it.fromSeq === before ? addOlder(it, messages) : it))
    takeTasks(access, tasks)
  } catch (error) {
    changeWindow(endLoading)
    throw error
  }
}

/** Those that cards of a page name: the state itself holds open ones only. */
function takeTasks(access: StateAccess, tasks: readonly Task[]): void {
  const visible = tasks.filter((task) => !access.isGone(task.id))
  access.change((state) => withTasks(state, visible))
}

/** A thread that went with its channel, or was opened anew, meanwhile stays as it is. */
function changeThread(access: StateAccess, opened: OpenThread, change: (thread: OpenThread) => OpenThread): void {
  access.change((state) => {
    const thread = state.openThreads.get(opened.threadId)
    const isSame = thread?.window.isLoading || thread?.window.fromSeq === opened.window.fromSeq
    return thread && isSame ? withOpenThread(state, change(thread)) : state
  })
}

function withoutOpenThread(state: ClientState, { threadId }: OpenThread): ClientState {
  const openThreads = new Map(state.openThreads)
  openThreads.delete(threadId)
  return { ...state, openThreads }
}
