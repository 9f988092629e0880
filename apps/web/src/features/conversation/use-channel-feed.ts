import { type ChannelView, type OutgoingMessage, outgoingOf } from '@parley/client'
import type { Message } from '@parley/protocol'
import { useMemo } from 'react'
import { useClient, useServices } from '../../app/use-services'
import type { Feed } from './feed'

/** Replies that were meant for their thread alone are not among a channel's messages. */
export const isShownInChannel = ({ threadId, isAlsoInChannel }: Pick<Message, 'threadId' | 'isAlsoInChannel'>) =>
  threadId === null || isAlsoInChannel

const numberOf = (message: Message): number => message.messageNumber

export function useChannelFeed(view: ChannelView): Feed {
  const { client } = useServices()
  const channelId = view.channel.id
  const all = useClient((state) => outgoingOf(state, channelId))
  const outgoing = useMemo<readonly OutgoingMessage[]>(() => all.filter(isShownInChannel), [all])
  const { window, lastMessageNumber, readNumber } = view
  return useMemo(
    () => ({
      ...{ window, outgoing, root: null, newest: lastMessageNumber, readNumber, numberOf },
      loadOlder: () => client.loadOlder(channelId),
      loadNewer: () => client.loadNewer(channelId),
      loadAround: (seq) => client.loadAround(channelId, seq),
      markRead: (messageNumber) => client.command('channels.markRead', { channelId, messageNumber }),
    }),
    [client, channelId, window, outgoing, lastMessageNumber, readNumber],
  )
}
