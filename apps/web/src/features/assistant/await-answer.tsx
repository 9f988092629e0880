import type { Message } from '@parley/protocol'
import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../../app/describe-error'
import { useAction } from '../../app/use-action'
import { useLanguage, useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useAsked } from './use-hand-over'

/** Under an answer that is not known: its asker lets the question be read by those who can write one. */
export default function AwaitAnswer({ message }: { message: Message }) {
  const text = useText()
  const language = useLanguage()
  const { client } = useServices()
  const me = useMe()
  const asked = useAsked(message)
  const [isAwaited, setIsAwaited] = useState(false)
  const wait = useAction(async () => {
    if (asked) await client.command('questions.await', { messageId: asked.id })
    setIsAwaited(true)
  })
  if (asked?.authorId !== me.id) return null
  if (isAwaited) return <span role="status">{text('web.assistant.awaited')}</span>
  if (wait.error !== null) return <span role="alert">{describeError(wait.error, language).text}</span>
  return (
    <button type="button" className="link-button ask-person" disabled={wait.isRunning} onClick={() => void wait.run()}>
      <BellRing size={14} aria-hidden="true" />
      {text('web.assistant.awaitAnswer')}
    </button>
  )
}
