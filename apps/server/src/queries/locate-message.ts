import type { QueryAnswer, QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import { requireReadable } from '../policies/channel-policy'
import type { Services } from '../services'
import type { Database } from '../store/database'
import { isInChannel } from '../store/is-in-channel'

/** Where in a channel a time or a message number lies. */
export async function locateMessage(
  { store }: Services,
  actor: Actor,
  { channelId, at, messageNumber }: QueryInput<'messages.locate'>,
): Promise<QueryAnswer<'messages.locate'>> {
  return store.snapshot(async (rows) => {
    await requireReadable(rows, actor, channelId)
    const isReached = ({ created_at, message_number }: Place) =>
      (at === undefined || created_at.getTime() >= Date.parse(at)) &&
      (messageNumber === undefined || message_number >= messageNumber)
    return { seq: await findFirst(rows, channelId, isReached) }
  })
}

interface Place {
  readonly seq: number
  readonly created_at: Date
  readonly message_number: number
}

/**
 * Times and numbers of a channel grow with `seq`, so the first place is found by halving: twenty looks into the index
 * for a million messages, and no index more to be kept with every message.
 */
async function findFirst(
  rows: Database,
  channelId: string,
  isReached: (place: Place) => boolean,
): Promise<number | null> {
  const newest = await readPlace(rows, channelId, 'newest')
  let [low, high] = [0, newest?.seq ?? 0]
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2)
    const place = await readPlace(rows, channelId, middle)
    if (!place || isReached(place)) high = middle
    else low = place.seq
  }
  return (await readPlace(rows, channelId, high))?.seq ?? newest?.seq ?? null
}

/** The first message from a `seq` on, or the newest. */
async function readPlace(rows: Database, channelId: string, from: number | 'newest'): Promise<Place | undefined> {
  const places = rows
    .selectFrom('messages')
    .select(['seq', 'created_at', 'message_number'])
    .where('channel_id', '=', channelId)
    .where(isInChannel)
    .limit(1)
  if (from === 'newest') return places.orderBy('seq', 'desc').executeTakeFirst()
  return places.where('seq', '>=', from).orderBy('seq', 'asc').executeTakeFirst()
}
