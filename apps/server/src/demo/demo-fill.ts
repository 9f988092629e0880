import type { Database } from '../store/database'

/** A demonstration that is not whole yet. */
export interface DemoFill {
  readonly workspaceId: string
  readonly ownerId: string
  /** What the days of the talk are counted from. */
  readonly startedAt: Date
}

export async function noteDemoFill(rows: Database, { workspaceId, ownerId, startedAt }: DemoFill): Promise<void> {
  await rows
    .insertInto('demo_fills')
    .values({ workspace_id: workspaceId, owner_id: ownerId, started_at: startedAt })
    .execute()
}

export async function readDemoFill(rows: Database): Promise<DemoFill | null> {
  const row = await rows.selectFrom('demo_fills').selectAll().executeTakeFirst()
  return row ? { workspaceId: row.workspace_id, ownerId: row.owner_id, startedAt: row.started_at } : null
}

export async function forgetDemoFill(rows: Database, { workspaceId }: DemoFill): Promise<void> {
  await rows.deleteFrom('demo_fills').where('workspace_id', '=', workspaceId).execute()
}
