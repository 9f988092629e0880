import { ParleyError } from '@parley/protocol'

/** @throws ParleyError where somebody chooses a zone that is none: what they then saw of times would be wrong. */
export function chosenTimeZone(timeZone: string | undefined, before: string): string {
  if (timeZone === undefined || timeZone === before) return before
  const known = knownTimeZone(timeZone, '')
  if (known === '') throw new ParleyError('invalid_request', { field: 'timeZone', issues: [] })
  return known
}

/** The zone as given when this runtime knows it, else UTC: a wrong zone must not make dates unreadable later. */
export function knownTimeZone(timeZone: string | undefined, fallback = 'UTC'): string {
  if (!timeZone) return fallback
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  } catch {
    return fallback
  }
}
