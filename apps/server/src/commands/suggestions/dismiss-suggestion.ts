import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { isModerator } from '../../policies/moderators'
import type { Services } from '../../services'
import { changeMessage } from '../messages/change-message'
import { entomb } from '../messages/delete-message'

/** Whoever asked, and moderators, take a suggestion back: it is deleted, and the like is not suggested here again. */
export function dismissSuggestion(
  { store }: Services,
  actor: Actor,
  { messageId }: CommandInput<'suggestions.dismiss'>,
): Promise<CommandAnswer<'suggestions.dismiss'>> {
  return changeMessage(store, actor, messageId, async (changing) => {
    const { rows, before, channel } = changing
    const asked = await rows
      .selectFrom('suggestions')
      .innerJoin('messages', 'messages.id', 'suggestions.message_id')
      .select(['messages.id', 'messages.author_id'])
      .where('suggestions.reply_id', '=', messageId)
      .executeTakeFirst()
    if (!asked) throw new ParleyError('not_found', { kind: 'suggestion', id: messageId })
    const isAllowed = asked.author_id === actor.userId || (await isModerator(rows, actor, channel.id))
    if (!isAllowed) throw new ParleyError('forbidden', { action: 'dismiss_suggestion' })
    const now = store.now()
    await entomb(changing, before, now)
    await rows.updateTable('suggestions').set({ dismissed_at: now }).where('message_id', '=', asked.id).execute()
    await rows
      .updateTable('questions')
      .set({ is_helpful: false })
      .where('message_id', '=', asked.id)
      .where('asker_id', '=', asked.author_id)
      .execute()
  })
}
