import webPush from 'web-push'
import type { SecretBox } from '../secrets/secret-box'
import type { Database } from '../store/database'

export interface PushKeys {
  readonly publicKey: string
  readonly privateKey: string
}

/**
 * The key that browsers know this server by: made once, since subscriptions hold on to it.
 * @throws ParleyError `secret_unreadable`
 */
export async function ensurePushKeys(rows: Database, secrets: SecretBox, workspaceId: string): Promise<PushKeys> {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  const place = { table: 'push_keys', id: workspaceId } as const
  await rows
    .insertInto('push_keys')
    .values({ workspace_id: workspaceId, public_key: publicKey, private_key: secrets.seal(privateKey, place) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = await rows
    .selectFrom('push_keys')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  return { publicKey: kept.public_key, privateKey: secrets.open(kept.private_key, place) }
}
