import type { Event, Message } from '@parley/protocol'
import { useCallback, useMemo } from 'react'
import { useQuery } from '../../app/use-query'
import type { Loaded } from '../../app/use-reading'
import { useReloadOn } from '../collected/use-reload-on'
import type { UnreadPlace } from './unread-places'

const LIMIT = 30

/** The newest of a place's unread messages, oldest first; read afresh when something in its channel changes. */
export function useUnreadMessages(place: UnreadPlace): {
  readonly loaded: Loaded<readonly Message[]>
  reload(): void
} {
  const { channelId, threadId, readNumber } = place
  const { loaded, reload } = useQuery('messages.list', {
    ...{ channelId, limit: LIMIT },
    ...(threadId ? { threadId } : {}),
  })
  useReloadOn(
    useCallback((event: Event) => event.streamId === channelId, [channelId]),
    reload,
  )
  const unread = useMemo(() => {
    if (loaded.phase !== 'ready') return loaded
    const numberOf = (message: Message) => (threadId ? (message.replyNumber ?? 0) : message.messageNumber)
    const messages = loaded.answer.messages.filter((message) => numberOf(message) > readNumber)
    return { phase: 'ready' as const, answer: messages.toSorted((one, other) => one.seq - other.seq) }
  }, [loaded, threadId, readNumber])
  return { loaded: unread, reload }
}
