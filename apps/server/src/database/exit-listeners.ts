import type { DatabaseExit, DatabaseLog } from './database'
import type { DatabaseStartError } from './database-start-error'

/** Who wants to know when the database is lost. */
export function exitListeners(log: DatabaseLog) {
  const listeners = new Set<(exit: DatabaseExit) => void>()
  const report = (exit: DatabaseExit): void => {
    log.error(exit, 'the database was lost')
    for (const listener of listeners) listener(exit)
  }
  return {
    report,
    reportTaken: (error: DatabaseStartError): void =>
      report({ reason: 'taken_over', pid: error.parameters.pid ?? '?' }),
    listen: (listener: (exit: DatabaseExit) => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
