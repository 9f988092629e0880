import { type ChannelView, outgoingOf } from '@parley/client'
import { useEffect, useMemo, useState } from 'react'
import { useReader } from '../../app/use-reader'
import { useClient, useMe, useServices } from '../../app/use-services'
import { buildRows, type Row } from './build-rows'

/** The rows of a channel; its newest page is loaded when it is opened, and again after a loss of events. */
export function useRows(view: ChannelView): readonly Row[] {
  const { client } = useServices()
  const me = useMe()
  const reader = useReader()
  const channelId = view.channel.id
  const outgoing = useClient((state) => outgoingOf(state, channelId))
  const [unread] = useState({ after: view.readNumber, upTo: view.lastMessageNumber })
  const { messages, hasOlder, isOpened } = view.window
  useEffect(() => {
    // A failure shows as the connection's banner; the effect runs again when the window is made anew.
    if (!isOpened) client.loadOlder(channelId).catch(() => undefined)
  }, [client, channelId, isOpened])
  return useMemo(
    () => buildRows({ messages, outgoing, hasOlder, myId: me.id, unread, reader }),
    [messages, outgoing, hasOlder, me.id, unread, reader],
  )
}
