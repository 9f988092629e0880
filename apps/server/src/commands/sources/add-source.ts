import { type CommandAnswer, type CommandInput, ParleyError, type SourceKind } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { readSourceEntity } from '../../sources/source-rows'
import { sealSecret } from '../../sources/source-secret'
import type { Database } from '../../store/database'
import { jsonText } from '../../store/json-text'
import { chooseCollection } from '../knowledge/choose-collection'
import { findChangeableCollection } from '../knowledge/find-collection'
import { checkSettings } from './check-settings'

/** How often each kind is looked at unless somebody says otherwise; of a folder, changes are heard of at once. */
const USUAL_MINUTES: Readonly<Record<SourceKind, number | null>> = { folder: 15, website: 1_440, git: 60, api: null }
const MOST_SOURCES = 100

/** Lets documents come into a collection by themselves, with the rights of whoever asks for it. */
export async function addSource(
  { store, sources, knowledge, secrets }: Services,
  actor: Actor,
  { collectionId, name, settings, secret, everyMinutes }: CommandInput<'sources.add'>,
): Promise<CommandAnswer<'sources.add'>> {
  const wanted = await chooseCollection(store.rows, actor, collectionId)
  await findChangeableCollection(store.rows, actor, wanted)
  await checkSettings(actor, settings, sources.limits)
  await requireRoom(store.rows, actor)
  const id = uuidv7()
  await store.rows
    .insertInto('document_sources')
    .values({
      ...{ id, workspace_id: actor.workspaceId, collection_id: wanted, owner_id: actor.userId },
      ...{ name: name.trim(), kind: settings.kind, settings: jsonText(settings), created_at: store.now() },
      secret: secret && settings.kind === 'git' ? sealSecret(secrets, id, secret) : null,
      is_waiting: settings.kind !== 'api',
      every_minutes: settings.kind === 'api' ? null : (everyMinutes ?? usual(everyMinutes, settings.kind)),
    })
    .execute()
  if (settings.kind !== 'api') await sources.ask(id)
  knowledge.tell(wanted, 'sources')
  return { source: await readSourceEntity(store.rows, id) }
}

const usual = (said: null | undefined, kind: SourceKind) => (said === null ? null : USUAL_MINUTES[kind])

async function requireRoom(rows: Database, { workspaceId }: Actor): Promise<void> {
  const { count } = await rows
    .selectFrom('document_sources')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST_SOURCES) throw new ParleyError('too_many_sources', { limit: MOST_SOURCES })
}
