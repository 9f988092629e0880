import type { Understanding } from '@parley/protocol'
import type { Actor } from './actor'
import type { Conversations } from './assistant/converse'
import type { Library } from './assistant/library'
import type { SignInGuard } from './commands/session/sign-in-guard'
import type { SocketGateway } from './realtime/socket-gateway'
import type { Sessions } from './sessions'
import type { Store } from './store/store'

/** What commands and queries work with. */
export interface Services {
  readonly version: string
  readonly store: Store
  readonly sessions: Sessions
  readonly signInGuard: SignInGuard
  readonly sockets: Pick<SocketGateway, 'closeWhere'>
  readonly assistant: AssistantServices
  /** Fills the workspace with the demonstration people, channels, documents and talk. */
  readonly startDemo: (workspaceId: string, ownerId: string) => Promise<void>
}

export interface AssistantServices {
  readonly library: Library
  readonly conversations: Conversations
  readonly encoderStatus: () => 'ok' | 'starting' | 'unavailable'
  readonly understand: (actor: Actor, text: string) => Promise<Understanding>
}
