import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'

export async function unsubscribeFromPush(
  { store }: Services,
  actor: Actor,
  { endpoint }: CommandInput<'push.unsubscribe'>,
): Promise<CommandAnswer<'push.unsubscribe'>> {
  await store.rows
    .deleteFrom('push_subscriptions')
    .where('endpoint', '=', endpoint)
    .where('user_id', '=', actor.userId)
    .execute()
  return {}
}
