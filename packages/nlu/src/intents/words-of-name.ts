/** So many letters in a row, or so many Chinese characters, are a word and no abbreviation or number. */
const WORD = /\p{L}{3}|\p{Script=Han}{2}/u

/**
 * What the name of an intent says in words: `book_room` and `BookRoom` are "book room". Null for one that says nothing,
 * as `i17` does.
 */
export function wordsOfName(name: string): string | null {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
  return WORD.test(words) ? words : null
}
