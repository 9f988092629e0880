import type { Event, QueryAnswer } from '@parley/protocol'
import { useCallback } from 'react'
import { type Pages, usePages } from '../../app/use-pages'
import { useMe } from '../../app/use-services'
import { useReloadOn } from './use-reload-on'

type Page = QueryAnswer<'messages.mentions'>

const PAGE = 50

/** Messages that name the reader, newest first, page after page. */
export function useMentionsList(): Pages<Page> {
  const pages = usePages('messages.mentions', { limit: PAGE }, mentionsAfter)
  useReloadOn(useIsForMe(), pages.reload)
  return pages
}

function mentionsAfter({ messages }: Page) {
  const last = messages.at(-1)
  return messages.length === PAGE && last ? { before: last.id } : null
}

function useIsForMe(): (event: Event) => boolean {
  const { id } = useMe()
  return useCallback(
    (event) => event.type === 'message-created' && (event.message.isForEveryone || event.message.mentions.includes(id)),
    [id],
  )
}
