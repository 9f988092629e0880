import type { Transfer } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../actor'
import { jsonText } from '../store/json-text'
import type { Store } from '../store/store'
import type { TransferFiles } from './transfer-files'
import type { TransferInput } from './transfer-input'
import { asTransfer, type TransferRow } from './transfer-rows'
import type { TransferRunner } from './transfer-runner'

/** Imports and exports, as commands and queries see them. */
export interface TransferServices {
  readonly files: TransferFiles
  /** Puts it on the list of what is done in the background. */
  add(actor: Actor, input: TransferInput): Promise<Transfer>
  cancel(transferId: string): Promise<void>
  describe(row: TransferRow): Promise<Transfer>
}

export function createTransfers(
  store: Pick<Store, 'rows' | 'now'>,
  files: TransferFiles,
  runner: TransferRunner,
): TransferServices {
  const describe = async (row: TransferRow) => {
    const hasArchive = await files.has(archiveOf(row))
    return asTransfer(row, { progress: runner.progressOf(row.id), hasArchive, now: store.now() })
  }
  return {
    files,
    describe,
    cancel: (transferId) => runner.cancel(transferId),
    add: async (actor, input) => {
      const row = await store.rows
        .insertInto('transfers')
        .values({
          id: uuidv7(),
          workspace_id: actor.workspaceId,
          kind: input.kind,
          started_by: actor.userId,
          status: 'waiting',
          input: jsonText(input),
          created_at: store.now(),
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      runner.wake()
      return describe(row)
    },
  }
}

/** What came in lies under an id of its own, what is to be fetched under the export's. */
function archiveOf({ id, input }: TransferRow): string {
  const asked = input as TransferInput
  return asked.kind === 'import' ? asked.archiveId : id
}
