import type { QueryAnswer, ThreadState } from '@parley/protocol'
import { useEffect } from 'react'
import { useQuery } from '../../app/use-query'
import type { Loaded } from '../../app/use-reading'
import { useServices } from '../../app/use-services'
import { isThreadNews, type ListedThread } from './is-thread-news'

export const THREADS_PER_PAGE = 20

const NONE: readonly ListedThread[] = []

export interface ThreadPage {
  readonly loaded: Loaded<QueryAnswer<'threads.list'>>
  reload(): void
}

const after = ({ lastReplyAt, threadId }: ThreadState) =>
  lastReplyAt === null ? {} : { before: lastReplyAt, beforeThreadId: threadId }

/** A page of followed threads, read afresh when something in it changes. */
export function useThreadPage(above: ThreadState | null): ThreadPage {
  const { client } = useServices()
  const { loaded, reload } = useQuery('threads.list', { limit: THREADS_PER_PAGE, ...(above && after(above)) })
  const listed = loaded.phase === 'ready' ? loaded.answer.threads : NONE
  useEffect(
    () =>
      client.onEvents((events) => {
        const followed = client.getState().session?.threads
        if (followed && events.some((event) => isThreadNews(event, listed, followed))) reload()
      }),
    [client, listed, reload],
  )
  return { loaded, reload }
}
