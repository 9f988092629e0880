import type { Actor } from '../../actor'
import { channelIdsReadableInChannel, selectReadableChannels } from '../../policies/access'
import type { Database } from '../../store/database'

/** Who hears an answer: the asker alone, or everybody who may read the channel where it is asked. */
export interface Hearers {
  readonly actor: Pick<Actor, 'userId' | 'workspaceId' | 'role'>
  readonly channelId: string | null
}

/** The channels whose messages may be quoted to them. */
export async function quotableChannelIds(rows: Database, { actor, channelId }: Hearers): Promise<string[]> {
  const own = await selectReadableChannels(rows, actor).select('channels.id').execute()
  const ids = own.map(({ id }) => id)
  if (channelId === null) return ids
  const heard = new Set(await channelIdsReadableInChannel(rows, actor.workspaceId, channelId))
  return ids.filter((id) => heard.has(id))
}
