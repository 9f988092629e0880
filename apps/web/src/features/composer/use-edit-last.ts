import type { ChannelView } from '@parley/client'
import { useMe } from '../../app/use-services'
import { useConversation } from '../conversation/conversation-state'

/** Opens one's own newest message for editing; null when none is loaded. */
export function useEditLast({ window }: ChannelView): (() => void) | null {
  const me = useMe()
  const { dispatch } = useConversation()
  const last = window.messages.findLast((message) => message.authorId === me.id && !message.deletedAt)
  return last ? () => dispatch({ type: 'edit', messageId: last.id }) : null
}
