import type { Message } from '@parley/protocol'
import { UserRound } from 'lucide-react'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useHandOver } from './use-hand-over'

/** Under an answer that is not known: says in the conversation, in the reader's own name, that a person is wanted. */
export function AskPerson({ message }: { message: Message }) {
  const text = useText()
  const { client } = useServices()
  const { words, isSaid } = useHandOver(message)
  const { channelId, threadId, isAlsoInChannel } = message
  if (words === null) return null
  if (isSaid) return <span>{text('web.assistant.personAsked')}</span>
  return (
    <button
      type="button"
      className="link-button ask-person"
      onClick={() => client.send(channelId, words, threadId ? { threadId, isAlsoInChannel } : {})}
    >
      <UserRound size={14} aria-hidden="true" />
      {text('web.assistant.askPerson')}
    </button>
  )
}
