import { type AnswerSource, type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Updateable } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import { requireAhead } from '../../policies/planned-limits'
import { readCollection } from '../../queries/read-collections'
import type { Services } from '../../services'
import type { CurationTables } from '../../store/curation-tables'
import type { Database } from '../../store/database'
import { jsonText } from '../../store/json-text'
import { chooseCollection } from '../knowledge/choose-collection'
import { findChangeableCollection } from '../knowledge/find-collection'
import { planReview } from '../knowledge/plan-review'
import { checkReaders, requireOwnerReads } from '../knowledge/set-readers'
import { findChangeableAnswer } from './find-answer'
import { hiddenSources, quoteSources } from './quote-sources'
import { readAnswer } from './read-answer'

type Input = CommandInput<'answers.save'>

/** How many a workspace may hold: every question is compared with all that its asker may read. */
const MOST_ANSWERS = 2_000

/** Writes or changes a curated answer; whoever does so stands for it from now on. */
export async function saveAnswer(
  services: Services,
  actor: Actor,
  input: Input,
): Promise<CommandAnswer<'answers.save'>> {
  const { store, assistant } = services
  const former = input.answerId ? await findChangeableAnswer(store.rows, actor, input.answerId) : null
  const collectionId = await placeOf(services, actor, input, former?.collection_id)
  const ownerId = input.ownerId ?? former?.owner_id ?? actor.userId
  if (ownerId !== former?.owner_id) await checkReaders(store.rows, actor, [ownerId])
  requireOwnerReads(ownerId, (await readCollection(store.rows, collectionId)).readerIds)
  if (input.expiresAt) requireAhead(input.expiresAt, store.now())
  const phrasings = [...new Set(input.phrasings.map((text) => text.trim()))]
  const sketched = await assistant.sketchQuestions(phrasings)
  const id = former?.id ?? uuidv7()
  const columns = {
    ...{ collection_id: collectionId, owner_id: ownerId },
    ...{ text_zh: input.texts.zh?.trim() ?? null, text_en: input.texts.en?.trim() ?? null },
    sources: jsonText(await sourcesOf(services, actor, input, former)),
    ...{ confirmed_by: actor.userId, confirmed_at: store.now(), expires_at: input.expiresAt },
  }
  await store.write(actor.workspaceId, [], async ({ rows }) => {
    const fresh = { id, workspace_id: actor.workspaceId, created_at: store.now() }
    if (former) await updateAnswer(rows, id, columns)
    else
      await rows
        .insertInto('curated_answers')
        .values({ ...fresh, ...columns })
        .execute()
    await rows.deleteFrom('curated_phrasings').where('answer_id', '=', id).execute()
    const values = phrasings.map((text, position) => ({
      ...{ id: uuidv7(), answer_id: id, workspace_id: actor.workspaceId, position, text },
      ...{ vector: sketched.vectors[position] ?? null, encoder_id: sketched.encoderId },
    }))
    await rows.insertInto('curated_phrasings').values(values).execute()
  })
  await planReview(services, actor, { kind: 'answer', id, ownerId, title: phrasings[0] ?? '', at: input.expiresAt })
  return { answer: await readAnswer(store.rows, actor, id) }
}

/** What the actor quotes, and what it rests on already that they cannot see. */
async function sourcesOf(
  { store }: Services,
  actor: Actor,
  { sources }: Input,
  former: { readonly sources: unknown } | null,
): Promise<AnswerSource[]> {
  const quoted = await quoteSources(store.rows, actor, sources)
  // Written by this server and by it alone.
  return [...quoted, ...(await hiddenSources(store.rows, actor, (former?.sources ?? []) as AnswerSource[]))]
}

/** @throws ParleyError `not_found` when somebody has removed it meanwhile */
async function updateAnswer(
  rows: Database,
  id: string,
  columns: Updateable<CurationTables['curated_answers']>,
): Promise<void> {
  const { numUpdatedRows } = await rows
    .updateTable('curated_answers')
    .set(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new ParleyError('not_found', { kind: 'answer', id })
}

/** Where it goes: into a collection that the actor may change. One that stays where it is may be its owner's alone. */
async function placeOf({ store }: Services, actor: Actor, { collectionId }: Input, former: string | undefined) {
  if (former && (!collectionId || collectionId === former)) return former
  const wanted = await chooseCollection(store.rows, actor, collectionId)
  await findChangeableCollection(store.rows, actor, wanted)
  if (!former) await refuseMore(store.rows, actor)
  return wanted
}

async function refuseMore(rows: Services['store']['rows'], { workspaceId }: Actor): Promise<void> {
  const { count } = await rows
    .selectFrom('curated_answers')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST_ANSWERS) throw new ParleyError('answers_full', { limit: MOST_ANSWERS })
}
