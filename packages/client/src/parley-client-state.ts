import type { ChannelId, HeartbeatFrame } from '@parley/protocol'
import type { ClientState } from './client-state'
import type { LiveState } from './live'
import type { OutgoingMessage } from './outgoing-message'

/** `offline`: the last attempt failed and another one is waiting. `signed-out`: nothing happens before `start()`. */
export type ConnectionStatus = 'connecting' | 'live' | 'offline' | 'signed-out'

/** All that a screen needs. Immutable, and the same object until something changes. */
export interface ParleyClientState extends LiveState {
  readonly status: ConnectionStatus
  /**
   * Why the last attempt failed: a ParleyError, a ConnectionError; null when connected. Signed out: that the account is
   * closed or suspended, where that ended the session.
   */
  readonly problem: unknown
  /** The server's last sign of life; null while there is none. */
  readonly serverSays: HeartbeatFrame | null
  /** When the server last stood behind the session, where that was kept on this device; null when it does now. */
  readonly keptAtMs: number | null
  /** null before the first state was read, and when signed out. */
  readonly session: ClientState | null
  /** By channel, oldest first; channels with none are absent. */
  readonly outgoing: ReadonlyMap<ChannelId, readonly OutgoingMessage[]>
}
