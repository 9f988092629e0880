import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { planReview } from '../knowledge/plan-review'
import { findChangeableAnswer } from './find-answer'

export async function removeAnswer(
  services: Services,
  actor: Actor,
  { answerId }: CommandInput<'answers.remove'>,
): Promise<CommandAnswer<'answers.remove'>> {
  const { id, owner_id: ownerId } = await findChangeableAnswer(services.store.rows, actor, answerId)
  await services.store.rows.deleteFrom('curated_answers').where('id', '=', id).execute()
  await planReview(services, actor, { kind: 'answer', id, ownerId, title: '', at: null })
  return {}
}
