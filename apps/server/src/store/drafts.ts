import type { Draft } from '@parley/protocol'
import { storeText } from './content'
import type { Database } from './database'

/** A person's drafts, in all channels or in some. */
export async function readDrafts(rows: Database, userId: string, channelIds?: readonly string[]): Promise<Draft[]> {
  const drafts = rows.selectFrom('drafts').selectAll().where('user_id', '=', userId).orderBy('place_id')
  const found = await (channelIds ? drafts.where('channel_id', 'in', [...channelIds]) : drafts).execute()
  return found.map((row) => ({
    channelId: row.channel_id as Draft['channelId'],
    threadId: row.place_id === row.channel_id ? null : (row.place_id as Draft['threadId']),
    text: row.text,
    fileIds: row.file_ids as Draft['fileIds'],
    savedAt: row.saved_at.toISOString(),
  }))
}

interface Author {
  readonly userId: string
  readonly workspaceId: string
}

type Place = Pick<Draft, 'channelId' | 'threadId'>
const placeOf = ({ channelId, threadId }: Place): string => threadId ?? channelId

/** What is kept there; undefined where nothing is. */
export async function findDraft(rows: Database, author: Author, place: Place): Promise<Draft | undefined> {
  const drafts = await readDrafts(rows, author.userId, [place.channelId])
  return drafts.find((draft) => placeOf(draft) === placeOf(place))
}

/** Keeps one draft a place; an empty one is dropped. */
export async function keepDraft(rows: Database, author: Author, draft: Draft): Promise<void> {
  const place_id = placeOf(draft)
  if (draft.text === '' && draft.fileIds.length === 0) {
    await rows.deleteFrom('drafts').where('user_id', '=', author.userId).where('place_id', '=', place_id).execute()
    return
  }
  const content = { text: storeText(draft.text), file_ids: draft.fileIds, saved_at: draft.savedAt }
  const place = { user_id: author.userId, workspace_id: author.workspaceId, channel_id: draft.channelId, place_id }
  await rows
    .insertInto('drafts')
    .values({ ...place, ...content })
    .onConflict((conflict) => conflict.columns(['user_id', 'place_id']).doUpdateSet(content))
    .execute()
}
