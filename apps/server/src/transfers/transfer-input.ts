import type { ImportSource } from '@parley/protocol'

/** What a transfer was asked to do, as its row keeps it: a restart goes on by it. */
export type TransferInput =
  | {
      readonly kind: 'import'
      readonly archiveId: string
      readonly source: ImportSource
      readonly fileName: string
      readonly isDryRun: boolean
    }
  | {
      readonly kind: 'export'
      readonly scope: 'workspace' | 'everything' | 'channel' | 'person'
      readonly id: string | null
    }
