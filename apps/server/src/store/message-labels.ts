import type { LabelKind, MessageLabel } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Database } from './database'
import type { MessageLabelTable } from './understanding-tables'

/** What people said of a message. */
export async function readLabels(rows: Database, messageId: string): Promise<MessageLabel[]> {
  const found = await rows.selectFrom('message_labels').selectAll().where('message_id', '=', messageId).execute()
  return found.map(asLabel)
}

export async function readLabel(rows: Database, messageId: string, kind: LabelKind): Promise<MessageLabel | null> {
  return (await readLabels(rows, messageId)).find((label) => label.kind === kind) ?? null
}

export function asLabel(row: Selectable<MessageLabelTable>): MessageLabel {
  return {
    kind: row.kind,
    value: row.value,
    labelledBy: row.labelled_by as MessageLabel['labelledBy'],
    labelledAt: row.labelled_at.toISOString(),
  }
}
