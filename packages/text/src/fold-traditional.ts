import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

const simplifiedByTraditional: ReadonlyMap<string, string> = new Map(
  traditionalToSimplified.split('|').map((entry) => entry.split(' ', 2) as [string, string]),
)

const HAN = /\p{Script=Han}/gu

/**
 * Replaces each traditional Chinese character by its simplified form (OpenCC's table, first choice), so that 軟體 and
 * 软体 meet in search. Character by character: fit for matching, not for text that a person reads.
 * Keeps the number of code points.
 */
export function foldTraditional(text: string): string {
  return text.replace(HAN, (character) => simplifiedByTraditional.get(character) ?? character)
}
