import type { Event, Message } from '@parley/protocol'
import { useCallback, useState } from 'react'
import type { Loaded } from '../../app/loaded'
import { useAction } from '../../app/use-action'
import { useQuery } from '../../app/use-query'
import { useMe, useServices } from '../../app/use-services'
import { useReloadOn } from './use-reload-on'

const PAGE = 50

export interface MentionsList {
  readonly loaded: Loaded<{ readonly messages: readonly Message[] }>
  readonly hasOlder: boolean
  readonly isLoadingOlder: boolean
  /** Why the last older page failed. */
  readonly olderError: unknown
  reload(): void
  loadOlder(): void
}

/** Messages that name the reader, newest first, page after page. */
export function useMentionsList(): MentionsList {
  const { http } = useServices()
  const { loaded: newest, reload } = useQuery('messages.mentions', { limit: PAGE })
  const [older, setOlder] = useState<{ readonly messages: readonly Message[]; readonly hasMore: boolean } | null>(null)
  useReloadOn(useIsForMe(), reload)
  const messages =
    newest.phase === 'ready' ? withoutDoubles([...newest.answer.messages, ...(older?.messages ?? [])]) : []
  const before = messages.at(-1)?.id
  const load = useAction(async () => {
    if (!before) return
    const page = await http.query('messages.mentions', { before, limit: PAGE })
    setOlder((known) => ({
      messages: [...(known?.messages ?? []), ...page.messages],
      hasMore: page.messages.length === PAGE,
    }))
  })
  const isFirstFull = newest.phase === 'ready' && newest.answer.messages.length === PAGE
  return {
    loaded: newest.phase === 'ready' ? { phase: 'ready', answer: { messages } } : newest,
    hasOlder: older ? older.hasMore : isFirstFull,
    isLoadingOlder: load.isRunning,
    olderError: load.error,
    reload,
    loadOlder: () => void load.run(),
  }
}

function useIsForMe(): (event: Event) => boolean {
  const { id } = useMe()
  return useCallback(
    (event) => event.type === 'message-created' && (event.message.isForEveryone || event.message.mentions.includes(id)),
    [id],
  )
}

const withoutDoubles = (messages: readonly Message[]) => [...new Map(messages.map((it) => [it.id, it])).values()]
