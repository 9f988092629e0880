import { z } from 'zod'

/*
 * A backup is a gzipped tar, which any tar can look into: first `parley-backup.json` (BackupHeader), then the tables as
 * PostgreSQL's COPY writes them, in pieces (`tables/messages/000001.copy`), then `secret.key` of the data directory where
 * there is one, the files (`files/<key>`), and last `manifest.json` (BackupManifest) with the checksum of everything before it.
 */

export const BACKUP_FORMAT = 1
export const HEADER_NAME = 'parley-backup.json'
export const SECRET_KEY_NAME = 'secret.key'
export const MANIFEST_NAME = 'manifest.json'

/** Names stand in statements: what is not one of ours is refused. */
const Name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/)

export const BackupHeader = z.object({
  format: z.literal(BACKUP_FORMAT),
  parleyVersion: z.string(),
  createdAt: z.iso.datetime(),
  /** The schema that the tables have. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: Name, columns: z.array(Name) })),
  /** Sequences of the database, and the number that each has given last. */
  sequences: z.array(z.object({ name: Name, value: z.number().nullable() })),
})
export type BackupHeader = z.infer<typeof BackupHeader>

export const BackupManifest = z.object({
  entries: z.array(z.object({ name: z.string(), size: z.int(), sha256: z.string() })),
  rows: z.record(z.string(), z.int()),
  files: z.int(),
})
export type BackupManifest = z.infer<typeof BackupManifest>

export type BackupFault =
  | 'not_a_backup'
  | 'damaged'
  | 'newer'
  | 'wrong_passphrase'
  | 'passphrase_missing'
  | 'not_empty'
  | 'file_exists'

/** A backup that cannot be made or used, and why: for the terminal, in the reader's language. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
  constructor(
    readonly code: BackupFault,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(`${code} ${detail}`.trim(), options)
  }
}

export interface BackupProgress {
  readonly step: 'tables' | 'files' | 'checking' | 'restoring'
  readonly bytes: number
}
export type OnBackupProgress = (progress: BackupProgress) => void
