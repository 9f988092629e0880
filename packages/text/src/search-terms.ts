import { foldTraditional } from './fold-traditional'
import { normalise } from './normalise'
import { type Run, runs } from './runs'
import { segmentWords } from './segment-words'
import { stem } from './stem'

/** Longer ones are pasted keys and encodings: their beginning finds them. */
const MAX_TERM_LENGTH = 64

/**
 * What a text is found by, with repetitions (term frequencies matter to BM25): of Chinese every character, every pair
 * of neighbours and every dictionary word of three characters or more; of other scripts the stem of every word, and for
 * a compound like `v2.0` both the whole and its parts. Lower case, simplified Chinese, NFKC. Linear in the length.
 */
export function searchTerms(text: string): string[] {
  return foldedRuns(text).flatMap((run) =>
    run.isHan ? [...run.text, ...pairs(run.text), ...longWords(run.text)] : termsOfWord(run.text),
  )
}

/**
 * What a text must hold to match a query: the stems, and of Chinese the pairs of neighbours, or the character itself
 * where it stands alone. A subset of {@link searchTerms} that does not hang on how a dictionary cuts the words around it.
 */
export function queryTerms(text: string): string[] {
  return foldedRuns(text).flatMap((run) => {
    if (!run.isHan) return termsOfWord(run.text)
    const ofTwo = pairs(run.text)
    return ofTwo.length > 0 ? ofTwo : [run.text]
  })
}

function foldedRuns(text: string): Run[] {
  return runs(foldTraditional(normalise(text).toLowerCase()))
}

function pairs(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

function longWords(run: string): string[] {
  return segmentWords(run)
    .map((word) => word.text)
    .filter((word) => word.length > 2)
}

function termsOfWord(word: string): string[] {
  const plain = word.replace(/['’]s$/, '').replace(/['’]/g, '')
  const terms = plain.includes('.') ? [plain, ...plain.split('.').map(stem)] : [stem(plain)]
  return terms.map((term) => term.slice(0, MAX_TERM_LENGTH))
}
