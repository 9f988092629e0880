import { outgoingOf } from '@parley/client'
import type { Message } from '@parley/protocol'
import { useClient, useLanguage, useMe, useSession } from '../../app/use-services'
import { handOverText } from './hand-over-text'

export interface HandOverControl {
  /** What the reader says to be handed over, with the question that was not answered; null where that makes no sense. */
  readonly words: string | null
  /** Whether it was said since, in either language: nobody is asked twice, after a reload neither. */
  readonly isSaid: boolean
}

export function useHandOver({ channelId, seq, card }: Message): HandOverControl {
  const language = useLanguage()
  const asked = useSession(({ channels }) =>
    channels.get(channelId)?.window.messages.find((message) => message.id === card?.repliesTo),
  )
  const isDirect = useSession(({ channels }) => channels.get(channelId)?.channel.kind === 'direct')
  const situation = { question: asked?.text ?? null, isDirect }
  const forms = [handOverText({ ...situation, language: 'zh' }), handOverText({ ...situation, language: 'en' })]
  const isSaid = useIsSaidAfter({ channelId, seq }, forms)
  return { words: handOverText({ ...situation, language }), isSaid }
}

function useIsSaidAfter({ channelId, seq }: Pick<Message, 'channelId' | 'seq'>, forms: readonly (string | null)[]) {
  const me = useMe()
  const isOnItsWay = useClient((state) => outgoingOf(state, channelId).some((it) => forms.includes(it.text)))
  const isSent = useSession(({ channels }) => {
    const messages = channels.get(channelId)?.window.messages ?? []
    return messages.some((it) => it.seq > seq && it.authorId === me.id && forms.includes(it.text))
  })
  return isOnItsWay || isSent
}
