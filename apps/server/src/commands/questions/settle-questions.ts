import { translate } from '@parley/locale'
import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { readableCollectionIds } from '../../policies/access'
import { requireCurator, selectReadableQuestions } from '../../policies/curation-policy'
import { readActor } from '../../queries/read-actor'
import type { Services } from '../../services'
import { readAnswer } from '../answers/read-answer'
import { storeReminder } from '../reminders/create-reminder'

type Input = CommandInput<'questions.settle'>

/** They need no more looking at: dismissed, or answered, of which those who wait for it are told. */
export async function settleQuestions(
  services: Services,
  actor: Actor,
  { questionIds, answerId }: Input,
): Promise<CommandAnswer<'questions.settle'>> {
  const { store } = services
  await requireCurator(store.rows, actor)
  const answer = answerId ? await readAnswer(store.rows, actor, answerId) : null
  const found = await selectReadableQuestions(store.rows, actor)
    .select(['questions.id', 'asker_id', 'is_awaited'])
    .where('questions.id', 'in', questionIds)
    .where('settled_at', 'is', null)
    .execute()
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return { told: 0 }
  await store.rows.updateTable('questions').set({ settled_at: store.now() }).where('id', 'in', ids).execute()
  const awaiting = new Set(found.flatMap(({ asker_id, is_awaited }) => (is_awaited && asker_id) || []))
  if (!answer) return { told: 0 }
  const told = await Promise.all([...awaiting].map((askerId) => tell(services, actor, askerId, answer)))
  return { told: told.filter(Boolean).length }
}

/** By the assistant, at once, if they may read the answer. */
async function tell(
  { store }: Services,
  actor: Actor,
  askerId: string,
  { id, collectionId, phrasings, confirmedAt }: Awaited<ReturnType<typeof readAnswer>>,
): Promise<boolean> {
  const asker = await readActor(store.rows, actor.workspaceId, askerId)
  if (!(await readableCollectionIds(store.rows, asker)).includes(collectionId)) return false
  const text = translate(asker.language, 'server.review.answered', { title: phrasings[0] ?? '' })
  const dueAt = new Date(store.now().getTime() + SOON_MS).toISOString()
  try {
    await storeReminder(store, asker, { text, dueAt, repeats: null, cause: `answered/${id}/${confirmedAt}/${askerId}` })
    return true
  } catch (error) {
    if (error instanceof ParleyError && error.status < 500) return false
    throw error
  }
}

const SOON_MS = 1_000
