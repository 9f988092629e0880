import type { Database } from '../store/database'
import type { ImportStage } from './import-stage'

/** What an earlier import of this source brought: its id here, by its key there. */
export async function readImportedItems({ services, actor, source }: ImportStage, kind: 'person' | 'channel') {
  const rows = await services.store.rows
    .selectFrom('imported_items')
    .select(['key', 'id'])
    .where('workspace_id', '=', actor.workspaceId)
    .where('source', '=', source)
    .where('kind', '=', kind)
    .execute()
  return new Map(rows.map(({ key, id }) => [key, id]))
}

export async function rememberImported(
  rows: Database,
  { actor, source }: ImportStage,
  kind: 'person' | 'channel',
  { key, id }: { readonly key: string; readonly id: string },
): Promise<void> {
  await rows
    .insertInto('imported_items')
    .values({ workspace_id: actor.workspaceId, source, kind, key, id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
