/**
 * A value as the text of a `jsonb` column. Texts that were cut to a length may end in half a character (a lone
 * surrogate), which PostgreSQL refuses: it becomes U+FFFD, and what it belongs to is stored.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === 'string' ? part.toWellFormed() : part))
}
