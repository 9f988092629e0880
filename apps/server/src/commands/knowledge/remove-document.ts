import type { CommandAnswer, CommandInput } from '@parley/protocol'
import { sql } from 'kysely'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { findChangeableDocument } from './find-document'

/** Removes a document from the store, and from answers at once. */
export async function removeDocument(
  services: Services,
  actor: Actor,
  { documentId }: CommandInput<'knowledge.removeDocument'>,
): Promise<CommandAnswer<'knowledge.removeDocument'>> {
  await findChangeableDocument(services.store.rows, actor, documentId)
  await dropDocument(services, actor.workspaceId, documentId)
  return {}
}

/** The same for whoever may: a source in which it is no more. */
export async function dropDocument(
  { store, library, graph, knowledge }: Pick<Services, 'store' | 'library' | 'graph' | 'knowledge'>,
  workspaceId: string,
  documentId: string,
): Promise<void> {
  const dropped = await store.write(workspaceId, [], async ({ rows }) => {
    await forgetQuotations(rows, documentId)
    return rows.deleteFrom('documents').where('id', '=', documentId).returning('collection_id').executeTakeFirst()
  })
  await library.remove(documentId)
  graph.heedDocuments()
  if (dropped) knowledge.tell(dropped.collection_id, 'documents')
}

/** What it said goes for good, also where an answer quotes it; that something is missing there stays to be seen. */
async function forgetQuotations(rows: Database, documentId: string): Promise<void> {
  const isOfIt = sql<boolean>`source ->> 'documentId' = ${documentId}`
  const blank = sql`'{"quote": "", "title": "", "headingPath": []}'::jsonb`
  await sql`
    update curated_answers set sources = (
      select jsonb_agg(case when ${isOfIt} then source || ${blank} else source end order by place)
      from jsonb_array_elements(sources) with ordinality as quoted (source, place))
    where sources @> jsonb_build_array(jsonb_build_object('documentId', ${documentId}::text))`.execute(rows)
}
