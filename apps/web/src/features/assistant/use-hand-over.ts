import { type ClientState, outgoingOf } from '@parley/client'
import type { Message } from '@parley/protocol'
import { useClient, useLanguage, useMe, useSession } from '../../app/use-services'
import { handOverText } from './hand-over-text'

export interface HandOverControl {
  /** What the reader says to be handed over, with the question that was not answered; null where that makes no sense. */
  readonly words: string | null
  /** Whether it was said since, in either language: nobody is asked twice, after a reload neither. */
  readonly isSaid: boolean
}

export function useHandOver(answer: Message): HandOverControl {
  const { channelId } = answer
  const language = useLanguage()
  const asked = useAsked(answer)
  const isDirect = useSession(({ channels }) => channels.get(channelId)?.channel.kind === 'direct')
  const situation = { question: asked?.text ?? null, isDirect }
  const forms = [handOverText({ ...situation, language: 'zh' }), handOverText({ ...situation, language: 'en' })]
  const isSaid = useIsSaidAfter(answer, forms)
  return { words: handOverText({ ...situation, language }), isSaid }
}

/** What was answered, as far as it is loaded. */
export const useAsked = (answer: Message): Message | undefined =>
  useSession((session) => messagesNear(session, answer).find(({ id }) => id === answer.card?.repliesTo))

function useIsSaidAfter(answer: Message, forms: readonly (string | null)[]) {
  const { channelId, seq } = answer
  const me = useMe()
  const isOnItsWay = useClient((state) => outgoingOf(state, channelId).some((it) => forms.includes(it.text)))
  const isSent = useSession((session) =>
    messagesNear(session, answer).some((it) => it.seq > seq && it.authorId === me.id && forms.includes(it.text)),
  )
  return isOnItsWay || isSent
}

/** What is loaded of the conversation that an answer belongs to: the channel's messages, and those of its thread. */
function messagesNear({ channels, openThreads }: ClientState, { channelId, threadId }: Message): readonly Message[] {
  const inChannel = channels.get(channelId)?.window.messages ?? []
  const thread = threadId && openThreads.get(threadId)
  if (!thread) return inChannel
  return [...inChannel, ...(thread.root ? [thread.root] : []), ...thread.window.messages]
}
