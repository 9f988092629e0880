import type { Cursors, Event, HeartbeatFrame } from '@parley/protocol'
import { WebSocket } from 'ws'
import { until } from './until'

/** A raw events socket that keeps what it gets but the signs of life between. */
export interface EventListener extends Disposable {
  readonly events: readonly Event[]
  readonly socket: WebSocket
  /** The closing code, once it is closed. */
  readonly closeCode: number | null
  /** Resolves when an event for which this holds has arrived. */
  waitFor(isMeant: (event: Event) => boolean, what: string): Promise<Event>
}

/** Opens `/api/events`, live or from cursors on; resolves when it is open. */
export async function listenToEvents(url: string, token: string, cursors?: Cursors): Promise<EventListener> {
  const address = `${url.replace(/^http/, 'ws')}/api/events${cursors ? '?resume=1' : ''}`
  const socket = new WebSocket(address, { headers: { authorization: `Bearer ${token}` } })
  const events: Event[] = []
  let closeCode: number | null = null
  socket.on('message', (data) => {
    const frame = JSON.parse(data.toString()) as Event | HeartbeatFrame
    if (frame.type !== 'heartbeat') events.push(frame)
  })
  socket.on('close', (code) => {
    closeCode = code
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  if (cursors) socket.send(JSON.stringify({ type: 'resume', cursors }))
  return {
    events,
    socket,
    get closeCode() {
      return closeCode
    },
    waitFor: async (isMeant, what) => {
      await until(() => events.some(isMeant), what)
      return events.find(isMeant) as Event
    },
    [Symbol.dispose]: () => socket.terminate(),
  }
}
