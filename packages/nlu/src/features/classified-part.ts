const MAX_LENGTH = 1000

/** What of a message its intent is read from: its beginning, cut between characters. */
export function classifiedPart(text: string): string {
  if (text.length <= MAX_LENGTH) return text
  const isInsidePair = /[\ud800-\udbff]/.test(text.charAt(MAX_LENGTH - 1))
  return text.slice(0, isInsidePair ? MAX_LENGTH - 1 : MAX_LENGTH)
}
