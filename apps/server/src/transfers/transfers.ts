import type { Transfer } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../actor'
import { type Audited, recordAudit } from '../store/audit-log'
import type { Database } from '../store/database'
import { jsonText } from '../store/json-text'
import type { Store } from '../store/store'
import type { TransferFiles } from './transfer-files'
import type { TransferInput } from './transfer-input'
import { asTransfer, type TransferRow } from './transfer-rows'
import type { TransferRunner } from './transfer-runner'

/** What the log says of a transfer; its subject is the transfer, under this name. */
export type TransferEntry = Omit<Audited, 'subject'> & { readonly name: string }

/** Imports and exports, as commands and queries see them. */
export interface TransferServices {
  readonly files: TransferFiles
  /** Puts it on the list of what is done in the background, together with its entry in the log; null: none. */
  add(actor: Actor, input: TransferInput, entry: TransferEntry | null): Promise<Transfer>
  cancel(transferId: string): Promise<void>
  describe(row: TransferRow): Promise<Transfer>
}

export function createTransfers(
  store: Pick<Store, 'write' | 'now'>,
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
    add: async (actor, input, entry) => {
      const row = await store.write(actor.workspaceId, [], ({ rows }) => insert(rows, actor, input, entry, store.now()))
      runner.wake()
      return describe(row)
    },
  }
}

async function insert(
  rows: Database,
  actor: Actor,
  input: TransferInput,
  entry: TransferEntry | null,
  now: Date,
): Promise<TransferRow> {
  const values = {
    id: uuidv7(),
    workspace_id: actor.workspaceId,
    kind: input.kind,
    started_by: actor.userId,
    status: 'waiting' as const,
    input: jsonText(input),
    created_at: now,
  }
  const row = await rows.insertInto('transfers').values(values).returningAll().executeTakeFirstOrThrow()
  if (entry) {
    const { name, ...audited } = entry
    await recordAudit(rows, actor, now, { ...audited, subject: { id: row.id, name } })
  }
  return row
}

/** What came in lies under an id of its own, what is to be fetched under the export's. */
function archiveOf({ id, input }: TransferRow): string {
  const asked = input as TransferInput
  return asked.kind === 'import' ? asked.archiveId : id
}
