import webPush from 'web-push'
import type { Database } from '../store/database'

export interface PushKeys {
  readonly publicKey: string
  readonly privateKey: string
}

/** The key that browsers know this server by: made once, since subscriptions hold on to it. */
export async function ensurePushKeys(rows: Database, workspaceId: string): Promise<PushKeys> {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  await rows
    .insertInto('push_keys')
    .values({ workspace_id: workspaceId, public_key: publicKey, private_key: privateKey })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = await rows
    .selectFrom('push_keys')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  return { publicKey: kept.public_key, privateKey: kept.private_key }
}
