import type { ChannelId, TaskId } from '@parley/protocol'
import { type ClientState, withChannelView, withTasks } from './client-state'
import type { HttpClient } from './http-client'
import { addOlder, beginLoading, endLoading, type MessageWindow } from './message-window'

export const PAGE_SIZE = 50

export interface StateAccess {
  get(): ClientState | null
  change(change: (state: ClientState) => ClientState): void
  /** Whether the task was hidden from this person while the page was on its way. */
  isGone(taskId: TaskId): boolean
}

/**
 * Loads the page before a channel's window, and the tasks that its cards name: the state itself holds open ones only.
 * One page at a time; a window that was replaced meanwhile stays as it is.
 */
export async function loadOlder(http: HttpClient, channelId: ChannelId, access: StateAccess): Promise<void> {
  const window = access.get()?.channels.get(channelId)?.window
  if (!window || window.isLoading) return
  if (!window.hasOlder) return changeWindow(access, channelId, (it) => (it.isOpened ? it : { ...it, isOpened: true }))
  changeWindow(access, channelId, beginLoading)
  const settle = (change: (current: MessageWindow) => MessageWindow) =>
    changeWindow(access, channelId, (it) => (it.isLoading && it.fromSeq === window.fromSeq ? change(it) : it))
  try {
    const { messages, tasks } = await http.query('messages.list', {
      channelId,
      before: window.fromSeq,
      limit: PAGE_SIZE,
    })
    settle((it) => addOlder(it, messages))
    const visible = tasks.filter((task) => !access.isGone(task.id))
    access.change((state) => withTasks(state, visible))
  } catch (error) {
    settle(endLoading)
    throw error
  }
}

function changeWindow(
  access: StateAccess,
  channelId: ChannelId,
  change: (window: MessageWindow) => MessageWindow,
): void {
  access.change((state) => {
    const view = state.channels.get(channelId)
    const window = view && change(view.window)
    return !view || !window || window === view.window ? state : withChannelView(state, { ...view, window })
  })
}
