import type { ChannelView } from '@parley/client'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useServices } from '../../app/use-services'
import { useIsRewound } from './use-is-rewound'

/** Moves the read position when the newest message is on the screen of somebody who is there. */
export function useMarkRead(view: ChannelView, isNewestInSight: boolean): void {
  const { client } = useServices()
  const isWatching = useIsWatching()
  const told = useRef(0)
  const channelId = view.channel.id
  const { lastMessageNumber, readNumber } = view
  const isRewound = useIsRewound(readNumber)
  useEffect(() => {
    if (!isWatching || !isNewestInSight || isRewound || lastMessageNumber <= Math.max(readNumber, told.current)) return
    told.current = lastMessageNumber
    // When it fails the channel stays unread, which is true of what the server knows; the next message asks again.
    client.command('channels.markRead', { channelId, messageNumber: lastMessageNumber }).catch(() => {
      told.current = 0
    })
  }, [client, channelId, isWatching, isNewestInSight, isRewound, lastMessageNumber, readNumber])
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

const useIsWatching = (): boolean => useSyncExternalStore(subscribe, () => !document.hidden)
