import type { CommandAnswer } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'

/** Ends this session, and its sockets, everywhere. */
export async function signOut({ sessions, sockets }: Services, actor: Actor): Promise<CommandAnswer<'auth.signOut'>> {
  await sessions.end(actor.sessionId)
  sockets.closeWhere((other) => other.sessionId === actor.sessionId)
  return {}
}
