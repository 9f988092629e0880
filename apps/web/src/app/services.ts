import {
  browserOutgoingStorage,
  createHttpClient,
  createParleyClient,
  eventsUrl,
  type HttpClient,
  type ParleyClient,
} from '@parley/client'
import { createPreferenceStore, type PreferenceStore } from './preferences'

/** Everything that reaches outside of the page. */
export interface Services {
  readonly http: HttpClient
  readonly client: ParleyClient
  readonly preferences: PreferenceStore
  readonly storage: Storage
}

export function createServices(window: Window): Services {
  const { localStorage: storage, location, navigator } = window
  const preferences = createPreferenceStore(storage, navigator.languages)
  const http = createHttpClient({ baseUrl: location.origin, language: () => preferences.get().language })
  const client = createParleyClient({
    http,
    openSocket: () => new WebSocket(eventsUrl(location.origin)),
    openStorage: (userId) => browserOutgoingStorage(storage, `parley.outgoing.${userId}`),
  })
  const wake = () => client.wake()
  window.addEventListener('online', wake)
  window.document.addEventListener('visibilitychange', () => window.document.hidden || wake())
  return { http, client, preferences, storage }
}
