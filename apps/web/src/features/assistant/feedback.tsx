import type { MessageId } from '@parley/protocol'
import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../../app/describe-error'
import { useAction } from '../../app/use-action'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'

export function Feedback({ messageId }: { messageId: MessageId }) {
  const text = useText()
  const language = useLanguage()
  const { client } = useServices()
  const [isGiven, setIsGiven] = useState(false)
  const give = useAction(async (isHelpful: boolean) => {
    await client.command('assistant.feedback', { messageId, isHelpful })
    setIsGiven(true)
  })
  if (isGiven) return <span role="status">{text('web.assistant.thanks')}</span>
  return (
    <span className="feedback">
      {give.error === null ? text('web.assistant.wasRight') : describeError(give.error, language).text}
      <IconButton label={text('web.assistant.right')} isSmall onClick={() => void give.run(true)}>
        <ThumbsUp size={14} />
      </IconButton>
      <IconButton label={text('web.assistant.wrong')} isSmall onClick={() => void give.run(false)}>
        <ThumbsDown size={14} />
      </IconButton>
    </span>
  )
}
