/** Retrieval measures over one ranked list, with graded relevance by document id (grade 0: not relevant). */
export type Grades = ReadonlyMap<string, number>

/** Normalised discounted cumulative gain with linear gain (Järvelin & Kekäläinen 2002, as in trec_eval). */
export function ndcgAt(depth: number, ranked: readonly string[], grades: Grades): number {
  const gains = ranked.slice(0, depth).map((id) => grades.get(id) ?? 0)
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, depth)
  const best = discounted(ideal)
  return best === 0 ? 0 : discounted(gains) / best
}

/** Share of the relevant documents found among the first `depth`. */
export function recallAt(depth: number, ranked: readonly string[], grades: Grades): number {
  const relevant = [...grades].filter(([, grade]) => grade > 0).map(([id]) => id)
  const found = new Set(ranked.slice(0, depth))
  return relevant.length === 0 ? 0 : relevant.filter((id) => found.has(id)).length / relevant.length
}

/** One over the place of the first relevant document, 0 when it is not among the first `depth`. */
export function reciprocalRankAt(depth: number, ranked: readonly string[], grades: Grades): number {
  const at = ranked.slice(0, depth).findIndex((id) => (grades.get(id) ?? 0) > 0)
  return at < 0 ? 0 : 1 / (at + 1)
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0)
}
