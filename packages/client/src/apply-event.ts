import type { ClientState } from './client-state'

/** Events are missing before this one: read the state afresh. */
export interface Gap {
  readonly kind: 'gap'
  readonly streamId: string
  readonly expectedSeq: number
  readonly receivedSeq: number
}
export type Applied = { readonly kind: 'applied'; readonly state: ClientState } | Gap
