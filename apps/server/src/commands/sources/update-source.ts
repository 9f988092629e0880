import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { readSourceEntity } from '../../sources/source-rows'
import { jsonText } from '../../store/json-text'
import { checkSettings } from './check-settings'
import { findChangeableSource } from './find-source'

/** Says anew what a source is called, where it looks and how often; from elsewhere it looks again at once. */
export async function updateSource(
  { store, sources }: Services,
  actor: Actor,
  { sourceId, name, settings, everyMinutes }: CommandInput<'sources.update'>,
): Promise<CommandAnswer<'sources.update'>> {
  const source = await findChangeableSource(store.rows, actor, sourceId)
  if (settings && settings.kind !== source.kind) throw new ParleyError('forbidden', { action: 'change_source_kind' })
  if (settings) await checkSettings(actor, settings, sources.limits)
  const next = everyMinutes ? new Date(store.now().getTime() + everyMinutes * 60_000) : null
  const set = {
    name: name?.trim() ?? source.name,
    // Whoever says where it looks answers for it from now on.
    ...(settings && { settings: jsonText(settings), memory: null, owner_id: actor.userId }),
    ...(everyMinutes !== undefined && { every_minutes: everyMinutes, next_run_at: next }),
  }
  await store.rows.updateTable('document_sources').set(set).where('id', '=', sourceId).execute()
  // Not before: it would begin again with what was.
  if (settings) await sources.cancel(sourceId)
  if (settings && settings.kind !== 'api') await sources.ask(sourceId)
  return { source: await readSourceEntity(store.rows, sourceId) }
}
