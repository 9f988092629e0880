import type { QueryAnswer } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Services } from '../services'

/** Whether anything is sent at all, and what this session's browser has asked for: no browser knows that by itself. */
export async function readPushSettings({ push, store }: Services, actor: Actor): Promise<QueryAnswer<'push.settings'>> {
  const { publicKey, mayHaveContent } = push
  const newest = await store.rows
    .selectFrom('push_subscriptions')
    .select(['endpoint', 'has_content as hasContent'])
    .where('session_id', '=', actor.sessionId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { publicKey, mayHaveContent, subscription: newest ?? null }
}
