import type { FoundRelation } from '@parley/knowledge'

/** What is found in a text, at most so many, a piece a step. */
export function* gatherRelations(
  pieces: Iterable<readonly FoundRelation[]>,
  most: number,
  signal?: AbortSignal,
): Generator<void, FoundRelation[]> {
  const found: FoundRelation[] = []
  for (const some of pieces) {
    found.push(...some)
    if (signal?.aborted || found.length >= most) break
    yield
  }
  return found.slice(0, most)
}
