import type { UserGroup, UserId } from '@parley/protocol'
import { sql } from 'kysely'
import type { Database } from './database'

/** Groups with their members, archived ones too. */
export async function readGroups(rows: Database, groupIds: readonly string[]): Promise<UserGroup[]> {
  if (groupIds.length === 0) return []
  return (
    await selectGroups(rows)
      .where('id', 'in', [...groupIds])
      .execute()
  ).map(asGroup)
}

/** The groups that can be called. */
export async function readOpenGroups(rows: Database, workspaceId: string): Promise<UserGroup[]> {
  const open = selectGroups(rows).where('workspace_id', '=', workspaceId).where('archived_at', 'is', null)
  return (await open.orderBy('id').execute()).map(asGroup)
}

const selectGroups = (rows: Database) =>
  rows
    .selectFrom('user_groups')
    .selectAll()
    .select(
      sql<
        string[]
      >`array(select user_id from user_group_members m where m.group_id = user_groups.id order by user_id)`.as(
        'member_ids',
      ),
    )

type GroupRow = Awaited<ReturnType<ReturnType<typeof selectGroups>['execute']>>[number]

const asGroup = (row: GroupRow): UserGroup => ({
  id: row.id as UserGroup['id'],
  handle: row.handle,
  name: row.name,
  description: row.description,
  memberIds: row.member_ids as UserId[],
  archivedAt: row.archived_at?.toISOString() ?? null,
})
