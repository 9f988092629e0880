import { foldTraditional } from '@parley/text'

/** Fewer capitals are an abbreviation or two. */
const LEAST_SHOUTED = 8

/**
 * Shouting in small letters and traditional characters as simplified ones: the encoder knows those forms less well, and
 * examples are seldom written so. The result is as long as the text.
 */
export function plainlyWritten(text: string): string {
  const folded = foldTraditional(isShouted(text) ? text.toLowerCase() : text)
  return folded.length === text.length ? folded : text
}

const isShouted = (text: string): boolean =>
  !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= LEAST_SHOUTED
