/**
 * All character n-grams of a text, shortest first, with repetitions; counted in code points.
 *
 * @param shortest at least 1
 * @param longest inclusive
 */
export function characterNgrams(text: string, shortest: number, longest: number): string[] {
  const characters = [...text]
  const ngrams: string[] = []
  for (let size = shortest; size <= longest; size++) {
    for (let start = 0; start + size <= characters.length; start++) {
      ngrams.push(characters.slice(start, start + size).join(''))
    }
  }
  return ngrams
}
