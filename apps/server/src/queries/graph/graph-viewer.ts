import type { Actor } from '../../actor'
import { collectionIdsReadableInChannel, readableCollectionIds } from '../../policies/access'
import type { GraphViewer } from '../../policies/graph-access'
import type { Database } from '../../store/database'
import { type Hearers, quotableChannelIds } from '../ask-talk/hearers'

/** What of the graph's ground may be told to those who hear it. */
export async function graphViewer(rows: Database, hearers: Hearers): Promise<GraphViewer> {
  const { actor, channelId } = hearers
  const [channelIds, collectionIds] = await Promise.all([
    quotableChannelIds(rows, hearers),
    channelId === null
      ? readableCollectionIds(rows, actor)
      : collectionIdsReadableInChannel(rows, actor.workspaceId, channelId),
  ])
  const isMember = actor.role !== 'guest' && (channelId === null || !(await hasGuests(rows, channelId)))
  const userId = channelId === null ? actor.userId : null
  return { workspaceId: actor.workspaceId, channelIds, collectionIds, userId, isMember }
}

/** The actor alone. */
export const ownView = (rows: Database, actor: Actor): Promise<GraphViewer> =>
  graphViewer(rows, { actor, channelId: null })

/**
 * What rules may know: what everybody may read, in public channels and open collections, and what administrators say. No
 * directory, and no other expert's word, of which guests know nothing: what rules make of it stands in the understanding of
 * a message, which all see who see the message. An administrator could write the same into the rule.
 */
export async function rulesView(rows: Database, workspaceId: string): Promise<GraphViewer> {
  const [channels, collections] = await Promise.all([
    rows
      .selectFrom('channels')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('kind', '=', 'public')
      .execute(),
    rows
      .selectFrom('collections')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('is_restricted', '=', false)
      .execute(),
  ])
  const [channelIds, collectionIds] = [channels, collections].map((found) => found.map(({ id }) => id))
  return {
    workspaceId,
    channelIds: channelIds ?? [],
    collectionIds: collectionIds ?? [],
    userId: null,
    isMember: false,
    hearsAdministrators: true,
  }
}

async function hasGuests(rows: Database, channelId: string): Promise<boolean> {
  const guest = await rows
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.user_id')
    .select('users.id')
    .where('memberships.channel_id', '=', channelId)
    .where('users.role', '=', 'guest')
    .executeTakeFirst()
  return guest !== undefined
}
