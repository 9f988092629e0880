import { outgoingOf } from '@parley/client'
import type { Message } from '@parley/protocol'
import { UserRound } from 'lucide-react'
import { useClient, useMe, useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useHandOverText } from './use-hand-over-text'

/** Under an answer that is not known: says in the conversation, in the reader's own name, that a person is wanted. */
export function AskPerson({ message }: { message: Message }) {
  const handOverText = useHandOverText(message)
  return handOverText && <AskWith message={message} handOverText={handOverText} />
}

function AskWith({ message, handOverText }: { message: Message; handOverText: string }) {
  const text = useText()
  const { client } = useServices()
  const isAsked = useIsSaidAfter(message, handOverText)
  const { channelId, threadId } = message
  if (isAsked) return <span>{text('web.assistant.personAsked')}</span>
  return (
    <button
      type="button"
      className="link-button ask-person"
      onClick={() => client.send(channelId, handOverText, threadId ? { threadId } : {})}
    >
      <UserRound size={14} aria-hidden="true" />
      {text('web.assistant.askPerson')}
    </button>
  )
}

/** Whether the reader has said this since: nobody is asked twice, after a reload neither. */
function useIsSaidAfter({ channelId, seq }: Message, words: string): boolean {
  const me = useMe()
  const isOnItsWay = useClient((state) => outgoingOf(state, channelId).some((it) => it.text === words))
  const isSent = useSession((session) => {
    const messages = session.channels.get(channelId)?.window.messages ?? []
    return messages.some((it) => it.seq > seq && it.authorId === me.id && it.text === words)
  })
  return isOnItsWay || isSent
}
