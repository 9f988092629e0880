import { ACTS, loadPack, TONE_LABELS } from '@parley/nlu'
import type { LabelKind } from '@parley/protocol'
import type { Database } from './database'

export type LabelValues = Readonly<Record<LabelKind, readonly string[]>>

/** What a message can be labelled as: the shipped intents, the workspace's own, and what the heads of tone tell apart. */
export async function readLabelValues(rows: Database, workspaceId: string): Promise<LabelValues> {
  return { intent: await readIntentNames(rows, workspaceId), act: ACTS, ...TONE_LABELS }
}

export async function readIntentNames(rows: Database, workspaceId: string): Promise<string[]> {
  const own = await rows
    .selectFrom('intents')
    .select('name')
    .where('workspace_id', '=', workspaceId)
    .orderBy('name')
    .execute()
  return [...Object.keys(loadPack().intents), ...own.map(({ name }) => name)]
}
