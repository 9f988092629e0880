import type { PoolClient } from 'pg'
import { type MessageDraft, runCommitMessages, type Verdict } from './commit-messages'
import { isConnectionError } from './database-errors'
import { createdEvent } from './message-outcome'
import { asMessages } from './read-messages'
import { retryConflicts } from './retry-conflicts'
import type { StoreOptions } from './store'

/** A message of another messenger, with what has become of it there. */
export interface ImportedDraft extends MessageDraft {
  readonly createdAt: Date
  readonly editedAt: Date | null
  readonly isPinned: boolean
  readonly reactions: readonly { readonly emoji: string; readonly userIds: readonly string[] }[]
}

/** Stores messages with their own times, reactions and pins, in one transaction; those that are there already stay as they are. */
export async function importMessages(options: StoreOptions, drafts: readonly ImportedDraft[]): Promise<Verdict[]> {
  await options.ensureSpace?.()
  try {
    const verdicts = await retryConflicts(() =>
      inTransaction(options, (client) => store(client, drafts, options.now())),
    )
    await announce(options, verdicts)
    return verdicts
  } catch (error) {
    if (isConnectionError(error)) options.onUncertainCommit()
    throw error
  }
}

async function inTransaction<Result>({ pool }: StoreOptions, work: (client: PoolClient) => Promise<Result>) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function store(client: PoolClient, drafts: readonly ImportedDraft[], now: Date): Promise<Verdict[]> {
  const times = drafts.map((draft) => draft.createdAt)
  const verdicts = await runCommitMessages(client, drafts, now, times)
  const stored = drafts.flatMap((draft, index) => {
    const verdict = verdicts[index]
    return verdict?.outcome === 'stored' ? [{ draft, id: verdict.id }] : []
  })
  await storeReactions(client, stored)
  await storeMarks(client, stored)
  return verdicts
}

type Stored = readonly { readonly draft: ImportedDraft; readonly id: string }[]

/** They have no events of their own: whoever reads of the message reads of them. Numbered from 0, they come before later ones. */
async function storeReactions(client: PoolClient, stored: Stored): Promise<void> {
  const rows = stored.flatMap(({ draft, id }) =>
    draft.reactions.flatMap(({ emoji, userIds }) =>
      userIds.map((userId, seq) => ({ id, userId, workspaceId: draft.workspaceId, emoji, seq })),
    ),
  )
  if (rows.length === 0) return
  await client.query(
    `insert into reactions (message_id, user_id, workspace_id, emoji, seq)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[]) on conflict do nothing`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.userId),
      rows.map((row) => row.workspaceId),
      rows.map((row) => row.emoji),
      rows.map((row) => row.seq),
    ],
  )
}

async function storeMarks(client: PoolClient, stored: Stored): Promise<void> {
  const marked = stored.filter(({ draft }) => draft.editedAt || draft.isPinned)
  if (marked.length === 0) return
  await client.query(
    `update messages m set edited_at = mark.edited_at, pinned_at = mark.pinned_at,
       pinned_by = case when mark.pinned_at is not null then m.author_id end
     from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as mark (id, edited_at, pinned_at) where m.id = mark.id`,
    [
      marked.map(({ id }) => id),
      marked.map(({ draft }) => draft.editedAt),
      marked.map(({ draft }) => (draft.isPinned ? draft.createdAt : null)),
    ],
  )
}

async function announce({ database, publish }: StoreOptions, verdicts: readonly Verdict[]): Promise<void> {
  const ids = verdicts.flatMap(({ outcome, id }) => (outcome === 'stored' ? [id] : []))
  if (ids.length === 0) return
  const rows = await database.selectFrom('messages').selectAll().where('id', 'in', ids).orderBy('seq').execute()
  publish((await asMessages(database, rows)).map(createdEvent))
}
