import type { MessageId } from '@parley/protocol'
import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../../app/describe-error'
import { useAction } from '../../app/use-action'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'

/** Lets those who look after the knowledge base read the question that is asked in this message. */
export function AwaitAnswerButton({ messageId }: { messageId: MessageId }) {
  const text = useText()
  const language = useLanguage()
  const { client } = useServices()
  const [isAwaited, setIsAwaited] = useState(false)
  const wait = useAction(async () => {
    await client.command('questions.await', { messageId })
    setIsAwaited(true)
  })
  if (isAwaited) return <span role="status">{text('web.assistant.awaited')}</span>
  if (wait.error !== null) return <span role="alert">{describeError(wait.error, language).text}</span>
  return (
    <button type="button" className="link-button ask-person" disabled={wait.isRunning} onClick={() => void wait.run()}>
      <BellRing size={14} aria-hidden="true" />
      {text('web.assistant.awaitAnswer')}
    </button>
  )
}
