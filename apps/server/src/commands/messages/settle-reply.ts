import { type CommandAnswer, type CommandInput, ParleyError, type ReplyLink } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { jsonText } from '../../store/json-text'
import { changeMessage, refuseArchived } from './change-message'

/** Members say for all members whether a message answers what it seems to answer; guests look. */
export function settleReply(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'messages.settleReply'>,
): Promise<CommandAnswer<'messages.settleReply'>> {
  return changeMessage(store, actor, input.messageId, async ({ rows, append, channel, before }) => {
    if (actor.role === 'guest') throw new ParleyError('forbidden', { action: 'settle_reply' })
    refuseArchived(channel)
    const link = before.reply_link as ReplyLink | null
    if (!link) throw new ParleyError('not_found', { kind: 'reply_link', id: input.messageId })
    if (link.state === input.state) return
    const answers: ReplyLink = { ...link, state: input.state, decidedBy: actor.userId as ReplyLink['decidedBy'] }
    await rows
      .updateTable('messages')
      .set({ reply_link: jsonText(answers) })
      .where('id', '=', input.messageId)
      .execute()
    append(channel.id, { type: 'reply-linked', messageId: input.messageId, answers })
  })
}
