import { z } from 'zod'
import { command, query } from '../endpoint'
import { ChannelId, TransferId, UserId } from '../ids'
import { ImportSource, Transfer, TransferKind } from '../transfers'
import { wellFormedText } from '../well-formed-text'

export const startImport = command('imports.start', {
  summary: 'Take over what an uploaded archive holds, or only look at it; what is here already is left as it is',
  access: 'administrator',
  body: z.object({
    /** As `POST /api/imports.upload` has answered it. */
    archiveId: TransferId,
    source: ImportSource,
    fileName: wellFormedText(255).default(''),
    isDryRun: z.boolean().default(false),
  }),
  answer: z.object({ transfer: Transfer }),
  errors: ['not_found', 'forbidden'],
})

export const ExportScope = z.discriminatedUnion('kind', [
  /** The public channels; with `includesPrivate`, which is the owner's to ask, private ones and direct talk, too. */
  z.object({ kind: z.literal('workspace'), includesPrivate: z.boolean().default(false) }),
  z.object({ kind: z.literal('channel'), channelId: ChannelId }),
  /** What one person wrote and has; without an id, the caller. */
  z.object({ kind: z.literal('person'), userId: UserId.optional() }),
])
export type ExportScope = z.infer<typeof ExportScope>

export const startExport = command('exports.start', {
  summary: 'Make an archive of a workspace, a channel, or what one person wrote, as JSON lines and as pages to read',
  access: 'signed-in',
  body: z.object({ scope: ExportScope }),
  answer: z.object({ transfer: Transfer }),
  errors: ['not_found', 'forbidden', 'not_a_member'],
})

export const cancelTransfer = command('transfers.cancel', {
  summary: 'Stop an import or export; what was taken over until then stays',
  access: 'signed-in',
  body: z.object({ transferId: TransferId }),
  answer: z.object({ transfer: Transfer }),
  errors: ['not_found'],
})

export const listTransfers = query('transfers.list', {
  summary: 'Imports or exports, newest first: all of them for administrators, their own for everybody else',
  access: 'signed-in',
  input: z.object({ kind: TransferKind }),
  answer: z.object({ transfers: z.array(Transfer) }),
  errors: [],
})

export const getTransfer = query('transfers.get', {
  summary: 'One import or export: how far it is, and what came of it',
  access: 'signed-in',
  input: z.object({ transferId: TransferId }),
  answer: z.object({ transfer: Transfer }),
  errors: ['not_found'],
})
