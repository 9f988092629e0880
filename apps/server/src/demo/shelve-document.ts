import { addDocument } from '../commands/knowledge/add-document'
import type { DemoDocument } from './handbook'
import type { Stage } from './say-everything'

/** A page of the handbook, unless one with its title is there. */
export async function shelveDocument({ services, people }: Stage, { title, text }: DemoDocument): Promise<void> {
  const { linYue } = people
  const known = await services.store.rows
    .selectFrom('documents')
    .select('id')
    .where('workspace_id', '=', linYue.workspaceId)
    .where('title', '=', title)
    .executeTakeFirst()
  if (!known) await addDocument(services, linYue, { title, text, mimeType: 'text/markdown' })
}
