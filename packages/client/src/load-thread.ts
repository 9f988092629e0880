import type { ChannelId, MessageId } from '@parley/protocol'
import { type ClientState, withOpenThread, withoutOpenThread } from './client-state'
import type { HttpClient } from './http-client'
import { PAGE_SIZE, type StateAccess, takeTasks } from './load-page'
import { standAt } from './message-window'
import { type OpenThread, openingThread, withRoot } from './open-thread'

/**
 * Loads the message that a thread hangs on and its last replies, or those around one of them. What happens in the thread
 * from this call on is kept beside, so that nothing is missed between the reading and its arrival.
 */
export async function openThread(
  http: HttpClient,
  thread: { readonly channelId: ChannelId; readonly threadId: MessageId; readonly around?: number | undefined },
  access: StateAccess,
): Promise<void> {
  const { channelId, threadId, around } = thread
  const state = access.get()
  const view = state?.channels.get(channelId)
  if (!state || !view || state.openThreads.has(threadId)) return
  const opening = openingThread(channelId, threadId, view.cursor)
  access.change((now) => withOpenThread(now, opening))
  try {
    const [{ root }, page] = await Promise.all([
      http.query('threads.get', { threadId }),
      http.query('messages.list', { channelId, threadId, limit: PAGE_SIZE, ...(around && { around }) }),
    ])
    changeOpening(access, opening, (it, cursor) => {
      const rooted = withRoot(it, root)
      return { ...rooted, window: standAt(rooted.window, page, cursor) }
    })
    takeTasks(access, page.tasks)
  } catch (error) {
    access.change((now) => withoutOpenThread(now, threadId))
    throw error
  }
}

/** A thread that went with its channel, or was opened anew, meanwhile stays as it is. */
function changeOpening(
  access: StateAccess,
  opening: OpenThread,
  change: (thread: OpenThread, cursor: number) => OpenThread,
): void {
  const { ticket } = opening.window.loading ?? {}
  access.change((state: ClientState) => {
    const thread = state.openThreads.get(opening.threadId)
    const view = state.channels.get(opening.channelId)
    const isSame = thread !== undefined && thread.window.loading?.ticket === ticket
    return isSame && view ? withOpenThread(state, change(thread, view.cursor)) : state
  })
}
