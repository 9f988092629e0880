import { dropDocument } from '../commands/knowledge/remove-document'
import type { Services } from '../services'
import type { HeldItems } from './source-items'
import type { SourceRow } from './source-rows'

export interface GoneItems {
  readonly source: Pick<SourceRow, 'id' | 'workspace_id' | 'removes_all'>
  readonly before: HeldItems
  readonly gone: readonly string[]
  /** Nothing at all was found. */
  readonly isEmpty: boolean
  readonly signal: AbortSignal
}

/**
 * Removes what a source holds no more. One that suddenly holds nothing, or has lost most of its documents, was rather
 * unmounted or moved than emptied: then nothing goes, and somebody is asked.
 */
export async function removeGone(
  services: Pick<Services, 'store' | 'library' | 'graph' | 'knowledge'>,
  { source, before, gone, isEmpty, signal }: GoneItems,
): Promise<{ readonly removed: number; readonly held: number }> {
  const held = gone.filter((key) => before.get(key)?.isHere).length
  const here = [...before.values()].filter(({ isHere }) => isHere).length
  if (!source.removes_all && isTooMuch(held, here, isEmpty)) return { removed: 0, held }
  let removed = 0
  for (const key of gone) {
    signal.throwIfAborted()
    const item = before.get(key)
    if (item?.isHere) {
      await dropDocument(services, source.workspace_id, item.documentId)
      removed += 1
    }
    await forgetItem(services, source.id, key)
  }
  return { removed, held: 0 }
}

/** Fewer than so many are looked at by nobody. */
const FEW = 3

const isTooMuch = (gone: number, here: number, isEmpty: boolean): boolean =>
  gone > 0 && (isEmpty || (gone >= FEW && gone > here / 2))

export async function forgetItem({ store }: Pick<Services, 'store'>, sourceId: string, key: string): Promise<void> {
  await store.rows.deleteFrom('source_items').where('source_id', '=', sourceId).where('key', '=', key).execute()
}
