import type { FoundRelation } from '@parley/knowledge'
import { inTurns } from '../in-turns'

/** What is found in a text, at most so many, a piece at a time: a long one lets others have their turn. */
export const gatherRelations = (
  pieces: Iterable<readonly FoundRelation[]>,
  most: number,
  signal?: AbortSignal,
): Promise<FoundRelation[]> => inTurns(gather(pieces, most, signal))

function* gather(
  pieces: Iterable<readonly FoundRelation[]>,
  most: number,
  signal: AbortSignal | undefined,
): Generator<void, FoundRelation[]> {
  const found: FoundRelation[] = []
  for (const some of pieces) {
    found.push(...some)
    if (signal?.aborted || found.length >= most) break
    yield
  }
  return found.slice(0, most)
}
