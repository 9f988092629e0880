import { useEffect, useSyncExternalStore } from 'react'
import { forgetWithSession } from '../../app/forget-with-session'
import type { Services } from '../../app/services'
import { useServices } from '../../app/use-services'
import type { PermalinkPlace } from './permalinks-in'
import { type PreviewState, PreviewStore } from './preview-store'

/** One store for a page: each message with a link would ask for itself otherwise. */
const stores = new WeakMap<Services, PreviewStore>()

function storeOf(services: Services): PreviewStore {
  const known = stores.get(services)
  if (known) return known
  const made = new PreviewStore({
    read: (places) => services.http.query('messages.preview', { places }),
    soon: (work) => setTimeout(work),
  })
  services.client.onEvents((events) => made.heed(events))
  forgetWithSession(services.client, [made])
  stores.set(services, made)
  return made
}

export function usePreview(place: PermalinkPlace): PreviewState {
  const store = storeOf(useServices())
  useEffect(() => store.want(place), [store, place])
  return useSyncExternalStore(store.subscribe, () => store.get(place))
}
