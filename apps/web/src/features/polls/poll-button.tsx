import { ChartBarBig } from 'lucide-react'
import { useOverlay } from '../../app/use-overlay'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { useConversation } from '../conversation/conversation-state'

/** Beside the text: asks the channel, or the thread that is shown. */
export function PollButton() {
  const text = useText()
  const { open } = useOverlay()
  const { channelId, threadId } = useConversation()
  return (
    <IconButton label={text('web.poll.new')} onClick={() => open({ kind: 'new-poll', channelId, threadId })}>
      <ChartBarBig size={18} />
    </IconButton>
  )
}
