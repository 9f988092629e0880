import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { Services } from '../../services'

/** More browsers than anybody uses at once; beyond that the oldest goes. */
const MAX_SUBSCRIPTIONS = 20

/** Notes where this session's browser is reached. It ends with the session, by the database's own rule. */
export async function subscribeToPush(
  { store, push }: Services,
  actor: Actor,
  { endpoint, keys, hasContent }: CommandInput<'push.subscribe'>,
): Promise<CommandAnswer<'push.subscribe'>> {
  if (!push.publicKey) throw new ParleyError('push_unavailable')
  if (!push.isCallable(endpoint)) throw new ParleyError('push_endpoint_refused')
  await store.write(actor.workspaceId, [], async ({ rows }) => {
    // A browser has one address: whoever signed in there last is told.
    await rows.deleteFrom('push_subscriptions').where('endpoint', '=', endpoint).execute()
    await rows
      .insertInto('push_subscriptions')
      .values({
        id: uuidv7(),
        workspace_id: actor.workspaceId,
        user_id: actor.userId,
        session_id: actor.sessionId,
        endpoint,
        ...keys,
        has_content: hasContent,
        created_at: store.now(),
      })
      .execute()
    const kept = rows
      .selectFrom('push_subscriptions')
      .select('id')
      .where('user_id', '=', actor.userId)
      .orderBy('id', 'desc')
      .limit(MAX_SUBSCRIPTIONS)
    await rows
      .deleteFrom('push_subscriptions')
      .where('user_id', '=', actor.userId)
      .where('id', 'not in', kept)
      .execute()
  })
  return {}
}
