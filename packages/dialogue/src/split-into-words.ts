const SEPARATORS = /^[\s,，.。!！~～;；、"“”]+/u

/**
 * Splits a text into listed words and nothing else, the longest first, from left to right; `null` when something else
 * stands in it. The time is linear in the length.
 */
export function splitIntoWords(text: string, words: ReadonlySet<string>, longest: number): string[] | null {
  const found: string[] = []
  let rest = text.replace(SEPARATORS, '')
  while (rest !== '') {
    const word = longestWord(rest, words, longest)
    if (word === null) return null
    found.push(word)
    rest = rest.slice(word.length).replace(SEPARATORS, '')
  }
  return found
}

function longestWord(rest: string, words: ReadonlySet<string>, longest: number): string | null {
  for (let length = Math.min(longest, rest.length); length > 0; length--) {
    const word = rest.slice(0, length)
    if (words.has(word) && !cutsLatinWord(rest, 0, length)) return word
  }
  return null
}

/** Whether a stretch begins or ends inside of a word. */
export const cutsLatinWord = (text: string, start: number, end: number): boolean =>
  [start, end].some((at) => at > 0 && /^[a-z']{2}$/.test(text.slice(at - 1, at + 1)))
