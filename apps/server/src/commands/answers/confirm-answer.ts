import type { AnswerSource, CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireAhead } from '../../policies/planned-limits'
import type { Services } from '../../services'
import { jsonText } from '../../store/json-text'
import { planReview } from '../knowledge/plan-review'
import { findChangeableAnswer } from './find-answer'
import { readAnswer } from './read-answer'

/** The owner's review: it is still true, in the light of what its sources say now. */
export async function confirmAnswer(
  services: Services,
  actor: Actor,
  { answerId, expiresAt }: CommandInput<'answers.confirm'>,
): Promise<CommandAnswer<'answers.confirm'>> {
  const { store } = services
  const { id, owner_id: ownerId, sources } = await findChangeableAnswer(store.rows, actor, answerId)
  if (expiresAt) requireAhead(expiresAt, store.now())
  const columns = {
    ...{ confirmed_by: actor.userId, confirmed_at: store.now(), expires_at: expiresAt },
    sources: jsonText(await stillQuoted(services, sources as AnswerSource[])),
  }
  await store.rows.updateTable('curated_answers').set(columns).where('id', '=', id).execute()
  const answer = await readAnswer(store.rows, actor, id)
  await planReview(services, actor, { kind: 'answer', id, ownerId, title: answer.phrasings[0] ?? '', at: expiresAt })
  return { answer }
}

/** What still stands word for word where it was quoted, with the version of today; the rest is a source no more. */
async function stillQuoted({ store }: Services, sources: readonly AnswerSource[]): Promise<AnswerSource[]> {
  if (sources.length === 0) return []
  const documents = await store.rows
    .selectFrom('documents')
    .select(['id', 'version', 'plain_text'])
    .where('id', 'in', [...new Set(sources.map(({ documentId }) => documentId))])
    .execute()
  return sources.flatMap((source) => {
    const document = documents.find(({ id }) => id === source.documentId)
    const stands = document?.plain_text.slice(source.start, source.end) === source.quote
    return document && stands ? [{ ...source, version: document.version }] : []
  })
}
