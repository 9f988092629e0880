import type { Database } from './database'

/** How a workspace has its messages understood. */
export interface UnderstandingSettings {
  readonly whoMayLabel: 'members' | 'administrators'
  /** Whether labels that people give may be learnt from. */
  readonly doLabelsTrain: boolean
  /** Confidence under this is "no known intent"; null: as the model has it. */
  readonly operatingPoint: number | null
  /** Null: the intents as shipped. */
  readonly liveModel: string | null
}

const DEFAULTS: UnderstandingSettings = {
  whoMayLabel: 'members',
  doLabelsTrain: true,
  operatingPoint: null,
  liveModel: null,
}

export async function readUnderstandingSettings(rows: Database, workspaceId: string): Promise<UnderstandingSettings> {
  const row = await rows
    .selectFrom('understanding_settings')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  if (!row) return DEFAULTS
  return {
    whoMayLabel: row.who_may_label,
    doLabelsTrain: row.labels_train,
    operatingPoint: row.operating_point,
    liveModel: row.live_model,
  }
}

/** Changes what is named and leaves the rest, also what somebody else changes at the same time. */
export async function saveUnderstandingSettings(
  rows: Database,
  workspaceId: string,
  changes: Partial<UnderstandingSettings>,
): Promise<void> {
  const { whoMayLabel, doLabelsTrain, operatingPoint, liveModel } = changes
  const values = {
    ...(whoMayLabel !== undefined && { who_may_label: whoMayLabel }),
    ...(doLabelsTrain !== undefined && { labels_train: doLabelsTrain }),
    ...(operatingPoint !== undefined && { operating_point: operatingPoint }),
    ...(liveModel !== undefined && { live_model: liveModel }),
  }
  if (Object.keys(values).length === 0) return
  await rows
    .insertInto('understanding_settings')
    .values({ workspace_id: workspaceId, ...values })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(values))
    .execute()
}
