import type { Actor } from '../../actor'
import { readReviewerIds } from '../../policies/report-policy'
import type { Services } from '../../services'

/** Reports are no part of anybody's state: those who look after them are told to ask again. */
export async function tellReviewers({ store, live }: Services, actor: Actor, channelId: string): Promise<void> {
  live.tell(await readReviewerIds(store.rows, actor.workspaceId, channelId), { type: 'reports-changed' })
}
