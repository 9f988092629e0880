import type { ClientState } from '@parley/client'
import type { MessageId } from '@parley/protocol'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useServices } from '../../app/use-services'
import { messageKey } from '../conversation/build-rows'
import { focusComposer } from '../conversation/conversation-state'
import { focusRow } from '../conversation/use-message-keys'
import { pathBeside, pathWithout, readThreadPlace, type ThreadPlace } from './thread-place'

export interface ThreadControl {
  readonly thread: ThreadPlace | null
  open(thread: Pick<ThreadPlace, 'channelId' | 'threadId'>): void
  /** Gives the focus back to the message that the thread hangs on, or to the channel's composer. */
  close(): void
}

/** The thread beside the page. It lives in the address, so that a link opens it and Back closes it. */
export function useThreadPlace(): ThreadControl {
  const [path, navigate] = useLocation()
  const { client } = useServices()
  return useMemo(() => {
    const thread = readThreadPlace(path)
    return {
      thread,
      // A thread in the place of another is one step, not two.
      open: (next) => navigate(pathBeside(path, next), { replace: thread !== null }),
      close: () => {
        if (!thread) return
        const { session } = client.getState()
        navigate(pathWithout(path, thread), { replace: true })
        setTimeout(() => focusOpener(session, thread.threadId))
      },
    }
  }, [path, navigate, client])
}

function focusOpener(session: ClientState | null, threadId: MessageId): void {
  const page = document.querySelector('main')
  const root = session?.openThreads.get(threadId)?.root
  focusComposer(null)
  if (root) focusRow(page, messageKey(root.authorId, root.clientMessageId), 0)
}
