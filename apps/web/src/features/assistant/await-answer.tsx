import type { Message } from '@parley/protocol'
import { useMe } from '../../app/use-services'
import { AwaitAnswerButton } from './await-answer-button'
import { useAsked } from './use-hand-over'

/** Under an answer that is not known: its asker lets the question be read by those who can write one. */
export default function AwaitAnswer({ message }: { message: Message }) {
  const me = useMe()
  const asked = useAsked(message)
  return asked?.authorId === me.id ? <AwaitAnswerButton messageId={asked.id} /> : null
}
