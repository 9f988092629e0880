import { ParleyError } from '@parley/protocol'
import type { Actor } from '../actor'
import { readableCollectionIds } from '../policies/access'
import { readActor } from '../queries/read-actor'
import type { Database } from '../store/database'
import type { SourceRow } from './source-rows'

/** With whose rights a source takes in, as long as they may add documents there themselves. @throws ParleyError */
export async function requireSourceOwner(
  rows: Database,
  source: Pick<SourceRow, 'workspace_id' | 'owner_id' | 'collection_id'>,
): Promise<Actor> {
  const gone = new ParleyError('source_owner_gone')
  const { is_active } = await rows
    .selectFrom('users')
    .select('is_active')
    .where('id', '=', source.owner_id)
    .executeTakeFirstOrThrow()
  const owner = await readActor(rows, source.workspace_id, source.owner_id)
  if (!is_active || owner.role === 'guest') throw gone
  if (!(await readableCollectionIds(rows, owner)).includes(source.collection_id)) throw gone
  return owner
}
