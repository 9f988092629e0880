import type { Message, ReplyLink } from '@parley/protocol'
import { useSession } from '../../app/use-services'

/** The message that is answered, if it is loaded: a tombstone as it is, undefined where nobody knows. */
export const useAnswered = ({ channelId }: Message, link: ReplyLink): Message | undefined =>
  useSession(({ channels }) => channels.get(channelId)?.window.messages.find(({ id }) => id === link.messageId))
