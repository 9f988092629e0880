import { withoutCode } from '../substance/without-code'
import { withoutQuotes } from '../substance/without-quotes'
import { plainlyWritten } from './plainly-written'

/** What lies behind is not read, in UTF-16 units from the first sign on. */
export const CLASSIFIED_LENGTH = 1000

/**
 * What of a message its intent is read from: what somebody says, less the code and the earlier messages it quotes, of that
 * the beginning, and that plainly written. Places in it are places in the message.
 */
export function classifiedPart(message: string): string {
  return plainlyWritten(beginningOf(withoutQuotes(withoutCode(message)).trimEnd() || message))
}

/** Cut between characters. The blanks of what is quoted before an answer leave nothing of it unread. */
function beginningOf(text: string): string {
  const end = text.search(/\S|$/) + CLASSIFIED_LENGTH
  if (text.length <= end) return text
  const isInsidePair = /[\ud800-\udbff]/.test(text.charAt(end - 1))
  return text.slice(0, isInsidePair ? end - 1 : end)
}
