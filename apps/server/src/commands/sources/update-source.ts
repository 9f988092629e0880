import {
  type CommandAnswer,
  type CommandInput,
  ParleyError,
  type SourceSecret,
  type SourceSettings,
} from '@parley/protocol'
import type { Actor } from '../../actor'
import type { SecretBox } from '../../secrets/secret-box'
import type { Services } from '../../services'
import { readSourceEntity, type SourceRow } from '../../sources/source-rows'
import { sealSecret } from '../../sources/source-secret'
import { jsonText } from '../../store/json-text'
import { checkSettings } from './check-settings'
import { findChangeableSource } from './find-source'

/** Says anew what a source is called, where it looks and how often; from elsewhere it looks again at once. */
export async function updateSource(
  { store, sources, knowledge, secrets }: Services,
  actor: Actor,
  { sourceId, name, settings, secret, everyMinutes }: CommandInput<'sources.update'>,
): Promise<CommandAnswer<'sources.update'>> {
  const source = await findChangeableSource(store.rows, actor, sourceId)
  if (settings && settings.kind !== source.kind) throw new ParleyError('forbidden', { action: 'change_source_kind' })
  if (settings) await checkSettings(actor, settings, sources.limits)
  const next = everyMinutes ? new Date(store.now().getTime() + everyMinutes * 60_000) : null
  const set = {
    name: name?.trim() ?? source.name,
    // Whoever says where it looks answers for it from now on.
    ...(settings && { settings: jsonText(settings), memory: null, owner_id: actor.userId }),
    ...(source.kind === 'git' && { secret: secretAfter(secrets, source, { settings, secret }) }),
    ...(everyMinutes !== undefined && { every_minutes: everyMinutes, next_run_at: next }),
  }
  await store.rows.updateTable('document_sources').set(set).where('id', '=', sourceId).execute()
  // Not before: it would begin again with what was.
  const looksAnew = settings !== undefined || secret !== undefined
  if (looksAnew) await sources.cancel(sourceId)
  if (looksAnew && source.kind !== 'api') await sources.ask(sourceId)
  knowledge.tell(source.collection_id, 'sources')
  return { source: await readSourceEntity(store.rows, sourceId) }
}

interface Said {
  readonly settings: SourceSettings | undefined
  readonly secret: SourceSecret | null | undefined
}

/** What was given for one server is not shown to another. */
function secretAfter(secrets: SecretBox, { id, settings: before, secret: kept }: SourceRow, said: Said): string | null {
  const { settings, secret } = said
  if (secret !== undefined) return secret && sealSecret(secrets, id, secret)
  return !settings || originOf(settings) === originOf(before) ? kept : null
}

const originOf = (settings: SourceSettings): string | null =>
  settings.kind === 'git' ? new URL(settings.address).origin : null
