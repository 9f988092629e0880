import { type CommandAnswer, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'

/** Sends a notification to the browser of this very session. */
export async function testPush({ push }: Services, actor: Actor): Promise<CommandAnswer<'push.test'>> {
  if (!push.publicKey) throw new ParleyError('push_unavailable')
  return { sent: await push.test(actor) }
}
