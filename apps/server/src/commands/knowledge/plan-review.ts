import { translate } from '@parley/locale'
import { ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { readActor } from '../../queries/read-actor'
import type { Services } from '../../services'
import { reminderStreams, removeReminder } from '../reminders/announce-reminder'
import { storeReminder } from '../reminders/create-reminder'

export interface Review {
  readonly kind: 'answer' | 'document'
  readonly id: string
  readonly ownerId: string
  readonly title: string
  /** null: nobody is to look at it again. */
  readonly at: string | null
}

const LONGEST_TITLE = 120

/** The owner is reminded when what they look after expires; a date that was given before stands no more. */
export async function planReview(services: Services, actor: Actor, review: Review): Promise<void> {
  await dropFormer(services, actor, review)
  if (review.at === null) return
  const owner = await readActor(services.store.rows, actor.workspaceId, review.ownerId)
  const title = review.title.slice(0, LONGEST_TITLE)
  const text = translate(owner.language, review.kind === 'answer' ? 'server.review.answer' : 'server.review.document', {
    title,
  })
  try {
    await storeReminder(services.store, owner, {
      text,
      dueAt: review.at,
      repeats: null,
      cause: `${causeOf(review)}${review.at}`,
    })
  } catch (error) {
    // Somebody with too much planned still sees on the page what has expired.
    if (!(error instanceof ParleyError) || error.status >= 500) throw error
  }
}

const causeOf = ({ kind, id }: Review): string => `review/${kind}/${id}/`

async function dropFormer({ store }: Services, { workspaceId }: Actor, review: Review): Promise<void> {
  const former = await store.rows
    .selectFrom('reminders')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('cause', 'like', `${causeOf(review)}%`)
    .execute()
  for (const row of former) {
    await store.write(workspaceId, reminderStreams(row), (write) => removeReminder(write, row))
  }
}
