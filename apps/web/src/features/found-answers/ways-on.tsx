import { UserRound } from 'lucide-react'
import { useLanguage, useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { AwaitAnswerButton } from '../assistant/await-answer-button'
import { handOverText } from '../assistant/hand-over-text'
import { useThreadPlace } from '../threads/use-thread-place'
import { KnowingPeople } from './knowing-people'
import type { FoundAnswer } from './use-found-answer'

/** Where nothing is known: who may know, and the ways to have it answered. */
export function WaysOn({ found }: { found: FoundAnswer }) {
  return (
    <>
      <KnowingPeople found={found} />
      <div className="found-answer__ways">
        <HandOver found={found} />
        <AwaitAnswerButton messageId={found.messageId} />
      </div>
    </>
  )
}

/** Says in the thread, in the reader's own name, that a person is wanted; the assistant passes it on. */
function HandOver({ found: { channelId, threadId, question } }: { found: FoundAnswer }) {
  const text = useText()
  const language = useLanguage()
  const { client } = useServices()
  const { open } = useThreadPlace()
  const view = useSession(({ channels }) => channels.get(channelId))
  if (!view?.isAssistantMember || view.channel.archivedAt) return null
  const words = handOverText({ question, isDirect: false, language })
  if (words === null) return null
  const handOver = () => {
    client.send(channelId, words, { threadId })
    open({ channelId, threadId })
  }
  return (
    <button type="button" className="link-button ask-person" onClick={handOver}>
      <UserRound size={14} aria-hidden="true" />
      {text('web.assistant.askPerson')}
    </button>
  )
}
