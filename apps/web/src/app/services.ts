import {
  browserOutgoingStorage,
  createHttpClient,
  createParleyClient,
  eventsUrl,
  type HttpClient,
  type ParleyClient,
  type StateKeeper,
} from '@parley/client'
import { PrivateNotes } from '../features/commands/private-notes'
import { Attachments } from '../features/files/attachments'
import { browserStateKeeper } from './browser-state-keeper'
import { forgetWithSession } from './forget-with-session'
import { forgivingStorage } from './forgiving-storage'
import { ownBuild } from './own-build'
import { createPreferenceStore, type PreferenceStore } from './preferences'

/** Everything that reaches outside of the page. */
export interface Services {
  readonly http: HttpClient
  readonly client: ParleyClient
  readonly preferences: PreferenceStore
  readonly storage: Storage
  /** Files on their way. */
  readonly attachments: Attachments
  /** What was answered to this person alone. */
  readonly notes: PrivateNotes
  /** What is kept on this device to be read without a connection. */
  readonly keeper: StateKeeper
  /** Names the program that this page runs; null where it was not built. */
  readonly build: string | null
}

export function createServices(window: Window): Services {
  const { location, navigator } = window
  const storage = forgivingStorage(window.localStorage)
  const preferences = createPreferenceStore(storage, navigator.languages)
  const http = createHttpClient({ baseUrl: location.origin, language: () => preferences.get().language })
  const build = ownBuild(window.document)
  const isAllowed = () => preferences.get().keepsMessages
  const keeper = browserStateKeeper({ build, isAllowed, now: () => Date.now() })
  const client = createParleyClient({
    http,
    keeper,
    openSocket: () => new WebSocket(eventsUrl(location.origin)),
    openStorage: (userId) => browserOutgoingStorage(storage, `parley.outgoing.${userId}`),
  })
  const wake = () => client.wake()
  window.addEventListener('online', wake)
  window.document.addEventListener('visibilitychange', () => (window.document.hidden ? client.keepNow() : wake()))
  const attachments = new Attachments(http)
  client.onEvents((events) => {
    for (const event of events) {
      if (event.type === 'message-created') attachments.forget(event.message.clientMessageId, false)
    }
  })
  const notes = new PrivateNotes()
  client.onEvents((events) => notes.take(events))
  forgetWithSession(client, [notes, attachments])
  window.addEventListener('beforeunload', (event) => attachments.isBusy && event.preventDefault())
  return { http, client, preferences, storage, attachments, notes, keeper, build }
}
