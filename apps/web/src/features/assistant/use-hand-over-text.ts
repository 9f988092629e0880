import type { Message } from '@parley/protocol'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { handOverText } from './hand-over-text'

/** What the reader says to be handed over from this answer, with the question that it could not answer; null for no way. */
export function useHandOverText({ channelId, card }: Message): string | null {
  const text = useText()
  const askedId = card?.repliesTo
  const asked = useSession((session) =>
    session.channels.get(channelId)?.window.messages.find((message) => message.id === askedId),
  )
  const isDirect = useSession((session) => session.channels.get(channelId)?.channel.kind === 'direct')
  return handOverText({ question: asked?.text ?? null, isDirect, text })
}
