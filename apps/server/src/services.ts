import type { Assistant } from './assistant/assistant'
import type { Sessions } from './sessions'
import type { SocketGateway } from './realtime/socket-gateway'
import type { Store } from './store/store'

/** What commands and queries work with. */
export interface Services {
  readonly store: Store
  readonly sessions: Sessions
  readonly sockets: Pick<SocketGateway, 'closeWhere'>
  readonly assistant: Assistant
  readonly version: string
}
