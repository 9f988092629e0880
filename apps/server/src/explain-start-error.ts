import { ConfigurationError } from './configuration'
import { DatabaseStartError } from './database'

/** Why the server cannot start, in one readable line (one a problem for the configuration). */
export function explainStartError(error: unknown): string {
  if (error instanceof ConfigurationError) return `parley: the configuration is not usable\n${error.message}`
  if (error instanceof DatabaseStartError) return `parley: ${explainDatabase(error)}`
  if (isSystemError(error, 'EADDRINUSE')) {
    return 'parley: port_in_use: this port is taken. Stop the program that uses it, or set PARLEY_PORT to another one.'
  }
  if (isSystemError(error, 'EACCES')) return `parley: access_denied: ${messageOf(error)}`
  return `parley: cannot start: ${messageOf(error)}`
}

function explainDatabase({ code, parameters }: DatabaseStartError): string {
  const of = (name: string) => String(parameters[name] ?? '')
  switch (code) {
    case 'already_running':
      return `already_running: another Parley (process ${of('pid')}) uses this data directory. Stop it first.`
    case 'database_not_utf8':
      return `database_not_utf8: the database is ${of('encoding')}, Parley needs UTF8. Make one: ${of('command')}`
    case 'database_too_old':
      return `database_too_old: PostgreSQL ${of('version')} is too old; Parley needs ${of('needed')} or newer.`
    default:
      return `${code}: ${Object.entries(parameters)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}`
  }
}

function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
