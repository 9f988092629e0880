import { useMemo } from 'react'
import { useReader } from '../../app/use-reader'
import { useMe } from '../../app/use-services'
import { buildRows, type Row } from './build-rows'
import type { Feed } from './feed'
import { useUnreadRange } from './use-is-rewound'

const NONE: readonly Row[] = []

/** The rows of a list; none while they are not wanted, which spares laying out pages that are only passed through. */
export function useRows(feed: Feed, isWanted: boolean): readonly Row[] {
  const me = useMe()
  const reader = useReader()
  const unread = useUnreadRange(feed.readNumber, feed.newest)
  const { root, outgoing, numberOf } = feed
  const { messages, hasOlder, hasNewer } = feed.window
  return useMemo(
    () =>
      isWanted
        ? buildRows({ root, messages, outgoing, hasOlder, hasNewer, myId: me.id, unread, numberOf, reader })
        : NONE,
    [isWanted, root, messages, outgoing, hasOlder, hasNewer, me.id, unread, numberOf, reader],
  )
}
