import { type Language, translateStartError } from '@parley/locale'
import { ConfigurationError } from './configuration'
import { DatabaseStartError } from './database'

type Parameters = Readonly<Record<string, string | number>>

const systemErrors: Readonly<Record<string, string>> = {
  EADDRINUSE: 'port_in_use',
  EADDRNOTAVAIL: 'address_unavailable',
  EACCES: 'access_denied',
  EPERM: 'access_denied',
  ENOSPC: 'disk_full',
}

/** Why the server cannot start, in one readable line with a stable code (and one more a problem for the configuration). */
export function explainStartError(error: unknown, language: Language = terminalLanguage(process.env)): string {
  if (error instanceof ConfigurationError) return `${line('configuration', {}, language)}\n${error.message}`
  if (error instanceof DatabaseStartError) return line(error.code, error.parameters, language)
  return line(systemErrorCode(error) ?? 'unexpected', { detail: messageOf(error) }, language)
}

/** The language that a terminal is set to (POSIX, section 8.2): the first of the three that is set decides. */
export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en'
}

function line(code: string, parameters: Parameters, language: Language): string {
  return `parley: ${code}: ${translateStartError(language, code, asWords(parameters))}`
}

/** Process ids are names, not amounts; what a program said may have many lines, and its last ones tell. */
function asWords(parameters: Parameters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      String(value)
        .trim()
        .split(/\s*\n\s*/)
        .slice(-3)
        .join(' / '),
    ]),
  )
}

function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? systemErrors[String(error.code)] : undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
