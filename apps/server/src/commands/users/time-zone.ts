/** The zone as given when this runtime knows it, else UTC: a wrong zone must not make dates unreadable later. */
export function knownTimeZone(timeZone: string | undefined, fallback = 'UTC'): string {
  if (!timeZone) return fallback
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  } catch {
    return fallback
  }
}
