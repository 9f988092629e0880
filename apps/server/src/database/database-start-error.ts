/** Why no database could be opened. Codes are stable; the texts that people read are kept by `locale`. */
export type DatabaseStartErrorCode =
  /** Another Parley uses this data directory or this database. Parameters: `pid`, `host`. */
  | 'already_running'
  /** No PostgreSQL comes with Parley for this platform; `DATABASE_URL` is needed. Parameters: `platform`. */
  | 'bundled_database_unavailable'
  /** PostgreSQL did not start. Parameters: `detail` (its last words), `logFile`. */
  | 'bundled_database_failed'
  /** A database that its Parley left behind does not end. Parameters: `pid`. */
  | 'bundled_database_stuck'
  /** The stored data belong to another major version of PostgreSQL. Parameters: `found`, `needed`, `directory`. */
  | 'data_version_mismatch'
  /** The data directory is kept by another user. Parameters: `directory`, `owner`. */
  | 'data_directory_not_owned'
  /** Parameters: `directory`, `detail`. */
  | 'data_directory_not_writable'
  /** PostgreSQL's user can reach neither the data directory nor the system directory. Parameters: `directory`. */
  | 'data_directory_unreachable'
  /** The data directory points to a database that is gone. Parameters: `directory`, `link`. */
  | 'data_missing'
  /** Parameters: `detail`. */
  | 'disk_full'
  /** The server of `DATABASE_URL` cannot be reached or refuses the sign-in. Parameters: `detail`. */
  | 'database_unreachable'
  /** Parameters: `version`, `needed`. */
  | 'database_too_old'
  /** Parameters: `encoding`, `command` (which makes a suitable database). */
  | 'database_not_utf8'

export type DatabaseStartErrorParameters = Readonly<Record<string, string | number>>

/** No database could be opened; `message` is English and meant for the log. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError'

  constructor(
    readonly code: DatabaseStartErrorCode,
    readonly parameters: DatabaseStartErrorParameters = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(parameters)}`, options)
  }
}
