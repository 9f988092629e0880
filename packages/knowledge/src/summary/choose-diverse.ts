/** How much a sentence loses for being like one that is chosen already. */
const REDUNDANCY = 2.5

/**
 * Picks the best, each time less what repeats a chosen one (maximal marginal relevance, Carbonell and Goldstein 1998).
 * Answers indices in the order of picking. O(count × items).
 *
 * @param likeness of two items, 0 to 1.
 */
export function chooseDiverse(
  scores: readonly number[],
  likeness: (one: number, other: number) => number,
  count: number,
): number[] {
  const chosen: number[] = []
  const left = new Set(scores.keys())
  const repeated = new Array<number>(scores.length).fill(0)
  const worth = (index: number) => scores[index]! - REDUNDANCY * repeated[index]!
  while (chosen.length < count && left.size > 0) {
    const best = [...left].reduce((one, other) => (worth(other) > worth(one) ? other : one))
    chosen.push(best)
    left.delete(best)
    for (const index of left) repeated[index] = Math.max(repeated[index]!, likeness(index, best))
  }
  return chosen
}
