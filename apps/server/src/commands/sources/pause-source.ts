import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { readSourceEntity } from '../../sources/source-rows'
import { findChangeableSource } from './find-source'

/** Stops a source, also in the middle of its work; what it has taken in stays. */
export async function pauseSource(
  { store, sources, knowledge }: Services,
  actor: Actor,
  { sourceId }: CommandInput<'sources.pause'>,
): Promise<CommandAnswer<'sources.pause'>> {
  const { collection_id: collectionId } = await findChangeableSource(store.rows, actor, sourceId)
  const paused = { is_paused: true, is_waiting: false }
  await store.rows.updateTable('document_sources').set(paused).where('id', '=', sourceId).execute()
  await sources.cancel(sourceId)
  knowledge.tell(collectionId, 'sources')
  return { source: await readSourceEntity(store.rows, sourceId) }
}

/** Lets it go on, at once. */
export async function resumeSource(
  { store, sources, knowledge }: Services,
  actor: Actor,
  { sourceId }: CommandInput<'sources.resume'>,
): Promise<CommandAnswer<'sources.resume'>> {
  const { kind, collection_id: collectionId } = await findChangeableSource(store.rows, actor, sourceId)
  await store.rows.updateTable('document_sources').set({ is_paused: false }).where('id', '=', sourceId).execute()
  if (kind !== 'api') await sources.ask(sourceId)
  knowledge.tell(collectionId, 'sources')
  return { source: await readSourceEntity(store.rows, sourceId) }
}

/** Looks now; where it had to ask before it removes, somebody may say that it shall. */
export async function runSourceNow(
  { store, sources, knowledge }: Services,
  actor: Actor,
  { sourceId, removesAll }: CommandInput<'sources.run'>,
): Promise<CommandAnswer<'sources.run'>> {
  const { kind, collection_id: collectionId } = await findChangeableSource(store.rows, actor, sourceId)
  const set = { is_paused: false, removes_all: removesAll }
  await store.rows.updateTable('document_sources').set(set).where('id', '=', sourceId).execute()
  if (kind !== 'api') await sources.ask(sourceId)
  knowledge.tell(collectionId, 'sources')
  return { source: await readSourceEntity(store.rows, sourceId) }
}
