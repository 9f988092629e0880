import { type ChannelView, outgoingOf } from '@parley/client'
import { useMemo } from 'react'
import { useReader } from '../../app/use-reader'
import { useClient, useMe } from '../../app/use-services'
import { buildRows, type Row } from './build-rows'
import { useUnreadRange } from './use-is-rewound'

const NONE: readonly Row[] = []

/** The rows of a channel; none while they are not wanted, which spares laying out pages that are only passed through. */
export function useRows(view: ChannelView, isWanted: boolean): readonly Row[] {
  const me = useMe()
  const reader = useReader()
  const channelId = view.channel.id
  const outgoing = useClient((state) => outgoingOf(state, channelId))
  const unread = useUnreadRange(view.readNumber, view.lastMessageNumber)
  const { messages, hasOlder } = view.window
  return useMemo(
    () => (isWanted ? buildRows({ messages, outgoing, hasOlder, myId: me.id, unread, reader }) : NONE),
    [isWanted, messages, outgoing, hasOlder, me.id, unread, reader],
  )
}
