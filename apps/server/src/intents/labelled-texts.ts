import { classifiedPart } from '@parley/nlu'
import type { LabelKind } from '@parley/protocol'
import { readText } from '../store/content'
import type { Database } from '../store/database'

export interface LabelledText {
  readonly messageId: string
  /** The part that is read of a message which comes in now: below what it quotes, and of that the beginning. */
  readonly text: string
  /** null: none of the intents. */
  readonly value: string | null
}

interface LabelsWanted {
  readonly workspaceId: string
  readonly kind: LabelKind
  readonly limit: number
}

/** What is cut away may be long, and is in memory with so many others at most. */
const TEXTS_A_PAGE = 300

/** Messages that people labelled, the newest label first, less those that are gone. */
export async function readLabelledTexts(rows: Database, wanted: LabelsWanted): Promise<LabelledText[]> {
  const labels = await readLabels(rows, wanted)
  const texts: LabelledText[] = []
  for (let at = 0; at < labels.length; at += TEXTS_A_PAGE) {
    const page = labels.slice(at, at + TEXTS_A_PAGE)
    const textOf = await readParts(
      rows,
      page.map(({ message_id }) => message_id),
    )
    texts.push(
      ...page.flatMap(({ message_id: messageId, value }) => {
        const text = textOf.get(messageId)
        return text === undefined ? [] : [{ messageId, text, value }]
      }),
    )
  }
  return texts
}

const readLabels = (rows: Database, { workspaceId, kind, limit }: LabelsWanted) =>
  rows
    .selectFrom('message_labels')
    .innerJoin('messages', 'messages.id', 'message_labels.message_id')
    .select(['message_labels.message_id', 'message_labels.value'])
    .where('message_labels.workspace_id', '=', workspaceId)
    .where('message_labels.kind', '=', kind)
    .where('messages.deleted_at', 'is', null)
    .orderBy('message_labels.labelled_at', 'desc')
    .orderBy('message_labels.message_id')
    .limit(limit)
    .execute()

/** Of those that were not deleted since. */
async function readParts(rows: Database, messageIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await rows
    .selectFrom('messages')
    .select(['id', 'text', 'deleted_at'])
    .where('id', 'in', messageIds)
    .where('deleted_at', 'is', null)
    .execute()
  return new Map(found.map((row) => [row.id, classifiedPart(readText(row)).trim()]))
}
