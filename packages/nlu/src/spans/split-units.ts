/** What gets a tag: a Chinese character, a word, a number, or a mark of its own. UTF-16 offsets. */
export interface Unit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Han characters and marks stand alone; letters of one word and digits of one number stand together. */
const UNIT = /\p{Script=Han}|\p{N}+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|[^\s]/gu

export function splitUnits(text: string): Unit[] {
  return Array.from(text.matchAll(UNIT), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
}
