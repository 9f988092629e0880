import { z } from 'zod'
import { Instant } from './entities'
import { TransferId, UserId } from './ids'

export const TransferKind = z.enum(['import', 'export'])

export const ImportSource = z.enum(['slack', 'mattermost', 'parley'])
export type ImportSource = z.infer<typeof ImportSource>

/** What `POST /api/imports.upload` answers to an archive's bytes. */
export const UploadedArchive = z.object({ archiveId: TransferId, size: z.int() })
export type UploadedArchive = z.infer<typeof UploadedArchive>

/** Why something of an archive was not taken over, or not as it was. */
export const ImportProblem = z.enum([
  'unreadable_file',
  'unknown_file',
  'not_json',
  'not_a_list',
  'line_too_long',
  'unreadable_line',
  'unknown_line',
  'unreadable_blocks',
  'empty_message',
  'unknown_author',
  'unknown_channel',
  'text_too_long',
  'doubled_message',
  'not_stored',
  'file_missing',
  'file_too_large',
  'file_unreadable',
])
export type ImportProblem = z.infer<typeof ImportProblem>

const Counts = z.object({ added: z.int(), known: z.int() })

/** What an import took over, or a dry run would take over. `known` was here already. */
export const ImportReport = z.object({
  people: Counts,
  channels: Counts,
  messages: Counts,
  reactions: z.int(),
  /** Attached files: those whose bytes are here now, those of which only the address is, and those of which only the name is. */
  files: z.object({ stored: z.int(), linked: z.int(), missing: z.int().default(0) }),
  /** Of people who had none here. */
  pictures: z.int().default(0),
  /** Channels whose name was taken. */
  renamedChannels: z.array(z.object({ name: z.string(), becomes: z.string() })),
  /** What could not be taken over: where it stands in the archive, and why (an `ImportProblem`); `detail` is a name of the archive (a file, a field, a key) or a number. The first 500 of them. */
  problems: z.array(z.object({ place: z.string(), problem: z.string(), detail: z.string() })),
  problemCount: z.int(),
})
export type ImportReport = z.infer<typeof ImportReport>

export const ExportReport = z.object({
  people: z.int(),
  channels: z.int(),
  messages: z.int(),
  files: z.int(),
  /** Of the archive. */
  bytes: z.int(),
})
export type ExportReport = z.infer<typeof ExportReport>

/** An import or an export: who asked for what, how far it is, and what came of it. */
export const Transfer = z.object({
  id: TransferId,
  kind: TransferKind,
  status: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  startedBy: UserId,
  /** Of an import. */
  source: ImportSource.nullable(),
  fileName: z.string(),
  isDryRun: z.boolean(),
  /** Of an import whose archive is still here: `imports.start` takes it again. */
  archiveId: TransferId.nullable().default(null),
  /** Of an export: `workspace`, `everything`, `channel` or `person`, and of whom. */
  scope: z
    .object({ kind: z.enum(['workspace', 'everything', 'channel', 'person']), id: z.string().nullable() })
    .nullable(),
  /** From 0 to 1. */
  progress: z.number(),
  /** As it goes now; null while nobody can tell. */
  secondsLeft: z.int().nullable(),
  importReport: ImportReport.nullable(),
  exportReport: ExportReport.nullable(),
  /** An error's code and parameters. */
  failure: z.object({ code: z.string(), parameters: z.record(z.string(), z.unknown()) }).nullable(),
  /** An export's archive can still be fetched: `GET /api/exports.download?transferId=…`. */
  hasArchive: z.boolean(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
})
export type Transfer = z.infer<typeof Transfer>

/**
 * Messages that came from elsewhere say so in their `clientMessageId`: they are old talk, whenever they arrive. Nobody is
 * notified of them, and the assistant answers none of them.
 */
export const isImported = ({ clientMessageId }: { readonly clientMessageId: string }): boolean =>
  IMPORTED_ID.test(clientMessageId)

/** The same, for those who ask a database. */
export const IMPORTED_ID = /^(slack|mattermost|parley):/
