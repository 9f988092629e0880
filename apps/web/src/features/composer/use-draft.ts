import type { ChannelId } from '@parley/protocol'
import { useCallback, useState } from 'react'
import { useMe, useServices } from '../../app/use-services'

/** What is written and not sent, kept by channel over reloads. */
export function useDraft(channelId: ChannelId): [draft: string, setDraft: (draft: string) => void] {
  const { storage } = useServices()
  const { id } = useMe()
  const key = `parley.draft.${id}.${channelId}`
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
