import type { QueryAnswer } from '@parley/protocol'
import { useEffect } from 'react'
import { type Loaded, useQuery } from '../../app/use-query'
import { useServices } from '../../app/use-services'
import { isThreadNews, type ListedThread } from './is-thread-news'

export const THREADS_PER_PAGE = 20

const NONE: readonly ListedThread[] = []

export interface ThreadPage {
  readonly loaded: Loaded<QueryAnswer<'threads.list'>>
  reload(): void
}

/** A page of followed threads, read afresh when something in it changes. */
export function useThreadPage(before: string | null): ThreadPage {
  const { client } = useServices()
  const limit = THREADS_PER_PAGE
  const { loaded, reload } = useQuery('threads.list', before === null ? { limit } : { limit, before })
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
