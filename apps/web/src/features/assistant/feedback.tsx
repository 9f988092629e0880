import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../../app/describe-error'
import { useAction } from '../../app/use-action'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'

/** Whether an answer was right; asked once. */
export function Feedback({ give }: { give: (isHelpful: boolean) => Promise<unknown> }) {
  const text = useText()
  const language = useLanguage()
  const [isGiven, setIsGiven] = useState(false)
  const giving = useAction(async (isHelpful: boolean) => {
    await give(isHelpful)
    setIsGiven(true)
  })
  if (isGiven) return <span role="status">{text('web.assistant.thanks')}</span>
  return (
    <span className="feedback">
      {giving.error === null ? text('web.assistant.wasRight') : describeError(giving.error, language).text}
      <IconButton label={text('web.assistant.right')} isSmall onClick={() => void giving.run(true)}>
        <ThumbsUp size={14} />
      </IconButton>
      <IconButton label={text('web.assistant.wrong')} isSmall onClick={() => void giving.run(false)}>
        <ThumbsDown size={14} />
      </IconButton>
    </span>
  )
}
