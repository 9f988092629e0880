import type { Message, QueryAnswer } from '@parley/protocol'
import { useState } from 'react'
import type { Loaded } from '../../app/loaded'
import { useAction } from '../../app/use-action'
import { useQuery } from '../../app/use-query'
import { useServices } from '../../app/use-services'
import type { SearchPlace } from './search-place'

type Answer = QueryAnswer<'messages.search'>

export interface SearchResults {
  readonly loaded: Loaded<Answer>
  readonly isLoadingMore: boolean
  readonly moreError: unknown
  reload(): void
  loadMore(): void
}

/** What a search finds, page after page. While the next query is under way, the answer to the last one stays. */
export function useSearchResults({ query, sort }: SearchPlace): SearchResults {
  const { http } = useServices()
  const { loaded, reload } = useQuery('messages.search', { query, sort })
  const [more, setMore] = useState<{ readonly of: Answer; readonly all: Answer } | null>(null)
  const first = loaded.phase === 'ready' ? loaded.answer : null
  const all = more && more.of === first ? more.all : first
  const load = useAction(async () => {
    const before = all?.messages.at(-1)?.id
    if (!all || !first || !before) return
    const page = await http.query('messages.search', { query, sort, before })
    setMore({ of: first, all: append(all, page) })
  })
  return {
    loaded: all ? { phase: 'ready', answer: all } : loaded,
    isLoadingMore: load.isRunning,
    moreError: load.error,
    reload,
    loadMore: () => void load.run(),
  }
}

const append = (known: Answer, page: Answer): Answer => ({
  ...known,
  messages: [...known.messages, ...page.messages],
  highlights: [...known.highlights, ...page.highlights],
  hasMore: page.hasMore,
})

export const rangesOf = ({ highlights }: Answer, { id }: Message) =>
  highlights.find(({ messageId }) => messageId === id)?.ranges ?? []
