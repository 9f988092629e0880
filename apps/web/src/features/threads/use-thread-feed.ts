import { type MessageWindow, type OutgoingMessage, outgoingOf } from '@parley/client'
import type { Message } from '@parley/protocol'
import { useMemo } from 'react'
import { useClient, useServices, useSession } from '../../app/use-services'
import type { Feed } from '../conversation/feed'
import type { ThreadPlace } from './thread-place'

/** A thread that is not here yet, or was lost with a connection: it is opened, like a channel at the first visit. */
const notOpened: MessageWindow = {
  ...{ messages: [], fromSeq: 1, hasOlder: true, hasNewer: true },
  ...{ isOpened: false, loading: null },
}
const opening: MessageWindow = { ...notOpened, loading: { ticket: {}, changes: [], arrived: [] } }

const numberOf = (message: Message): number => message.replyNumber ?? 0

export function useThreadFeed({ channelId, threadId }: ThreadPlace): Feed {
  const { client } = useServices()
  const open = useSession((session) => session.openThreads.get(threadId))
  // Who has nothing to do with a thread has nothing unread in it.
  const standing = useSession((session) => session.threads.get(threadId))
  const all = useClient((state) => outgoingOf(state, channelId))
  const outgoing = useMemo<readonly OutgoingMessage[]>(
    () => all.filter((it) => it.threadId === threadId),
    [all, threadId],
  )
  const isOpen = open !== undefined
  const root = open?.root ?? null
  const window = open && root ? open.window : isOpen ? opening : notOpened
  const newest = standing?.replyCount ?? 0
  const readNumber = standing?.readNumber ?? 0
  return useMemo(
    () => ({
      ...{ window, outgoing, root, newest, readNumber, numberOf },
      loadOlder: () => (isOpen ? client.loadOlderReplies(threadId) : client.openThread(channelId, threadId)),
      loadNewer: () => client.loadNewerReplies(threadId),
      loadAround: (around) =>
        isOpen
          ? client.loadRepliesAround(threadId, around)
          : client.openThread(channelId, threadId, around ?? undefined),
      markRead: (replyNumber) => client.command('threads.markRead', { threadId, replyNumber }),
    }),
    [client, channelId, threadId, window, outgoing, root, newest, readNumber, isOpen],
  )
}
