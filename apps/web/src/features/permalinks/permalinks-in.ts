import { ChannelId } from '@parley/protocol'
import { conversationPath, pathInParley } from '../conversation/message-path'

/** A message as a permalink names it. */
export interface PermalinkPlace {
  readonly channelId: ChannelId
  readonly seq: number
  readonly path: string
}

/** More would be a page of previews with a message in it. */
const MOST_SHOWN = 3

const ADDRESS = /https?:\/\/[^\s<>()[\]"'`，。；！？、）】》]+/g

/** What the server writes, which does not know under which address its readers see it: `[…](/c/…)`. */
const OWN_LINK = /(?<=\]\()\/c\/[^\s()]+(?=\))/g

/** Messages of this Parley that a text links to. What stands in code or in a quotation is not meant to be opened up. */
export function permalinksIn(text: string, origin: string): readonly PermalinkPlace[] {
  if (!text.includes('/c/')) return []
  const meant = withoutQuotesAndCode(text).replaceAll(OWN_LINK, (path) => origin + path)
  const addresses = meant.match(ADDRESS) ?? []
  const places = addresses.flatMap((address) => placeOf(address, origin) ?? [])
  return [...new Map(places.map((place) => [placeKey(place), place])).values()].slice(0, MOST_SHOWN)
}

export const placeKey = ({ channelId, seq }: Pick<PermalinkPlace, 'channelId' | 'seq'>): string => `${channelId}:${seq}`

function placeOf(address: string, origin: string): PermalinkPlace | null {
  const path = pathInParley(address, origin)
  const { channelId, seq } = conversationPath.exec(path ?? '')?.groups ?? {}
  const id = ChannelId.safeParse(channelId).data
  return path && id && seq ? { channelId: id, seq: Number(seq), path } : null
}

const withoutQuotesAndCode = (text: string): string =>
  text.replaceAll(/(`{3,}|~{3,})[\s\S]*?(?:\1|$)|`[^`\n]*`/g, ' ').replaceAll(/^ {0,3}>.*$/gm, ' ')
