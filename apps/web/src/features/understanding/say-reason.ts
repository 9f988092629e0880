import type { Language, Reason } from '@parley/protocol'
import { isTextKey, textIn } from '../../app/texts'

/** A reason in words; a mere text is from before there were keys, and in the language of its reply. */
export function sayReason(reason: Reason, language: Language): string {
  if (typeof reason === 'string') return reason
  const key = `reason.${reason.key}` as const
  // Of a server that is newer than this page.
  if (!isTextKey(key)) return reason.key
  const values = Object.entries(reason.values).map(([name, value]) => [
    name,
    typeof value === 'object' ? value[language] : value,
  ])
  return textIn(language, key, Object.fromEntries(values))
}
