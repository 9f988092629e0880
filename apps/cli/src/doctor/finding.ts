import type { Terminal } from '../terminal'

export type CheckName = 'node' | 'packages' | 'database' | 'disk' | 'model' | 'encoder' | 'port' | 'server'

/** What one check found. */
export interface Finding {
  readonly check: CheckName
  /** `warn`: Parley runs, but something is missing. `fail`: it does not. */
  readonly status: 'ok' | 'warn' | 'fail'
  readonly detail: string
  readonly advice?: string
}

/** What the checks look at. */
export interface Patient {
  readonly terminal: Terminal
  readonly environment: NodeJS.ProcessEnv
  /** Where the bundled programs lie. */
  readonly programDirectory: string
  /** The server that is asked whether it is running. */
  readonly url: string
}

export const reasonOf = (error: unknown): string =>
  (error instanceof AggregateError
    ? error.errors.map(reasonOf).join('; ')
    : error instanceof Error
      ? error.message
      : String(error)) || String(error)
