import type { ChannelId, Event, MessageId } from '@parley/protocol'
import type { ClientState } from './client-state'
import type { HttpClient } from './http-client'
import { loadAround, loadNewer, loadOlder, type StateAccess } from './load-page'
import { openThread } from './load-thread'
import { noticingGone } from './noticing-gone'
import type { WindowPlace } from './window-place'

export interface WindowLoadingOptions {
  readonly http: HttpClient
  readonly session: () => ClientState | null
  readonly change: (change: (state: ClientState) => ClientState) => void
  readonly onEvents: (listener: (events: readonly Event[]) => void) => () => void
}

/** Asks for the pages of channels and threads, and puts them into the state as it is when they come. */
export class WindowLoading {
  constructor(private readonly options: WindowLoadingOptions) {}

  loadOlder(place: WindowPlace): Promise<void> {
    return this.reading((access) => loadOlder(this.options.http, place, access))
  }

  loadNewer(place: WindowPlace): Promise<void> {
    return this.reading((access) => loadNewer(this.options.http, place, access))
  }

  loadAround(place: WindowPlace, seq: number | null): Promise<void> {
    return this.reading((access) => loadAround(this.options.http, place, seq, access))
  }

  openThread(place: { channelId: ChannelId; threadId: MessageId }, around?: number): Promise<void> {
    return this.reading((access) => openThread(this.options.http, { ...place, around }, access))
  }

  /** Reads while events come: what they took away meanwhile is not put back by an answer from before. */
  reading<Result>(read: (access: StateAccess) => Promise<Result>): Promise<Result> {
    const { onEvents, session, change } = this.options
    return noticingGone(onEvents, (gone) => read({ get: session, change, isGone: (taskId) => gone.has(taskId) }))
  }
}
