import type { Message } from '@parley/protocol'
import { X } from 'lucide-react'
import { useNames } from '../../app/use-names'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { useConversation } from '../conversation/conversation-state'

export function ReplyingTo({ message }: { message: Message }) {
  const text = useText()
  const names = useNames()
  const { dispatch } = useConversation()
  return (
    <div className="replying-to">
      <span className="replying-to__name">
        {text('web.message.replyingTo', { name: names.personById(message.authorId) })}
      </span>
      <span className="replying-to__text">{message.text}</span>
      <IconButton label={text('web.composer.stopReply')} isSmall onClick={() => dispatch({ type: 'leave' })}>
        <X size={14} />
      </IconButton>
    </div>
  )
}
