import type { ParleyClient } from '@parley/client'
import { useCallback } from 'react'
import { useFail } from '../../app/use-fail'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import type { UnreadPlace } from './unread-places'

/** Marks places as read, with ten seconds to take it back. */
export function useMarkPlaces(): (places: readonly UnreadPlace[]) => void {
  const { client } = useServices()
  const text = useText()
  const toast = useToast()
  const fail = useFail()
  return useCallback(
    (places) => {
      const undo = () => void inTurn(places, (place) => markUnread(client, place)).catch(fail)
      inTurn(places, (place) => markRead(client, place))
        .then(() => toast({ text: text('web.unreads.marked', { count: places.length }), onUndo: undo }))
        .catch(fail)
    },
    [client, text, toast, fail],
  )
}

/** One after the other: a hundred channels at once would run into the rate limit of their reader. */
async function inTurn(places: readonly UnreadPlace[], run: (place: UnreadPlace) => Promise<unknown>): Promise<void> {
  for (const place of places) await run(place)
}

function markRead(client: ParleyClient, { channelId, threadId, newest }: UnreadPlace): Promise<unknown> {
  return threadId
    ? client.command('threads.markRead', { threadId, replyNumber: newest })
    : client.command('channels.markRead', { channelId, messageNumber: newest })
}

function markUnread(client: ParleyClient, { channelId, threadId, readNumber }: UnreadPlace): Promise<unknown> {
  const first = readNumber + 1
  return threadId
    ? client.command('threads.markUnread', { threadId, replyNumber: first })
    : client.command('channels.markUnread', { channelId, messageNumber: first })
}
