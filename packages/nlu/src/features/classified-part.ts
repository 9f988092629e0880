import { withoutCode } from '../substance/without-code'
import { withoutQuotes } from '../substance/without-quotes'
import { plainlyWritten } from './plainly-written'

/** What lies behind is not read, in UTF-16 units. */
export const CLASSIFIED_LENGTH = 1000

/**
 * What of a message its intent is read from: what somebody says, less the code and the earlier messages it quotes, plainly
 * written, and of that the beginning. Places in it are places in the message.
 */
export function classifiedPart(message: string): string {
  return beginningOf(plainlyWritten(withoutQuotes(withoutCode(message)).trimEnd() || message))
}

/** Cut between characters. */
function beginningOf(text: string): string {
  if (text.length <= CLASSIFIED_LENGTH) return text
  const isInsidePair = /[\ud800-\udbff]/.test(text.charAt(CLASSIFIED_LENGTH - 1))
  return text.slice(0, isInsidePair ? CLASSIFIED_LENGTH - 1 : CLASSIFIED_LENGTH)
}
