import './profiles.css'
import { useNames } from '../../app/use-names'
import { useClient, useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useConversation } from '../conversation/conversation-state'

/** Who is writing here. Its line is always there: nothing moves when somebody begins. */
export default function TypingLine() {
  const words = useTypingWords()
  return (
    <p className="typing-line" aria-live="off">
      {words && <span className="typing-line__dots">{words}</span>}
    </p>
  )
}

function useTypingWords(): string {
  const text = useText()
  const names = useNames()
  const me = useMe()
  const { channelId, threadId } = useConversation()
  const people = useClient(({ typing }) => typing.get(channelId))
  const here = (people ?? []).filter((it) => it.threadId === threadId && it.userId !== me.id)
  const [first, second] = here.map(({ userId }) => names.personById(userId))
  if (!first) return ''
  if (!second) return text('web.typing.one', { name: first })
  return here.length === 2 ? text('web.typing.two', { first, second }) : text('web.typing.several')
}
