/** The part of a pino logger that is used here. */
export interface DatabaseLog {
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
  error(fields: object, text: string): void
}

export type DatabaseExit =
  /** The bundled PostgreSQL ended by itself and is started again after `restartInMs`. */
  | { readonly reason: 'crashed'; readonly detail: string; readonly restartInMs: number }
  /** Another Parley took the database while ours was away: this process must end. */
  | { readonly reason: 'taken_over'; readonly pid: string | number }

/** An open database that no other Parley server uses. */
export interface Database {
  /** Connection string for `pg`; it stays the same when the bundled PostgreSQL is restarted. */
  readonly url: string
  readonly isBundled: boolean
  /** Where the bundled PostgreSQL keeps its data. */
  readonly directory?: string
  /** Calls the listener whenever the database is lost; returns what takes the listener off again. */
  onExit(listener: (exit: DatabaseExit) => void): () => void
  /** Gives the database back: stops the bundled PostgreSQL, or lets go of the lock. End pools first. */
  stop(): Promise<void>
}
