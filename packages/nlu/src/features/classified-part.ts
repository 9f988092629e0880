import { withoutCode } from '../substance/without-code'

const MAX_LENGTH = 1000

/** What of a message its intent is read from: what somebody says, less the code it quotes, and of that the beginning. Places in it are places in the message. */
export function classifiedPart(message: string): string {
  return beginningOf(withoutCode(message).trimEnd() || message)
}

/** Cut between characters. */
function beginningOf(text: string): string {
  if (text.length <= MAX_LENGTH) return text
  const isInsidePair = /[\ud800-\udbff]/.test(text.charAt(MAX_LENGTH - 1))
  return text.slice(0, isInsidePair ? MAX_LENGTH - 1 : MAX_LENGTH)
}
