import { useCallback, useState } from 'react'
import { useMe, useServices } from '../../app/use-services'
import { useConversation } from '../conversation/conversation-state'

/** What is written and not sent, kept by channel and by thread over reloads. */
export function useDraft(): [draft: string, setDraft: (draft: string) => void] {
  const { storage } = useServices()
  const { channelId, threadId } = useConversation()
  const { id } = useMe()
  const key = `parley.draft.${id}.${threadId ?? channelId}`
  const [draft, setDraft] = useState(() => storage.getItem(key) ?? '')
  const keep = useCallback(
    (next: string) => {
      setDraft(next)
      if (next === '') storage.removeItem(key)
      else storage.setItem(key, next)
    },
    [storage, key],
  )
  return [draft, keep]
}
