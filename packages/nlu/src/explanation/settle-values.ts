import { loners, singleRemovals } from './draw-coalitions'
import { type Coalition, shapleyValues } from './shapley-values'

/**
 * As far as values may still move. Measured against all coalitions of messages of nine words, more pairs than a few take
 * little off the mean error, which is 0.03 to 0.1 of full confidence.
 */
const TOLERANCE = 0.05
/** Pairs of coalitions read in one go. */
const ROUND = 6

export interface ValueSampling {
  readonly players: number
  /** Read a few at a time, as long as it matters. */
  readonly pairs: readonly (readonly [Coalition, Coalition])[]
  /** Makes the worth of these coalitions known; what is known already costs nothing. */
  readonly read: (coalitions: readonly Coalition[]) => Promise<void>
  readonly worth: (coalition: Coalition) => number
}

/** Shapley values from more and more coalitions, until they have settled. Deterministic: time plays no part in it. */
export async function settleValues({ players, pairs, read, worth }: ValueSampling): Promise<number[]> {
  let known = [...new Set([...loners(players), ...singleRemovals(players)])]
  await read([0, ...known, ...pairs.slice(0, ROUND).flat()])
  let values = shapleyValues(players, known, worth)
  for (let used = 0; used < pairs.length; used += ROUND) {
    const more = pairs.slice(used, used + ROUND).flat()
    await read(more)
    known = [...known, ...more]
    const before = values
    values = shapleyValues(players, known, worth)
    if (values.every((value, player) => Math.abs(value - (before[player] as number)) < TOLERANCE)) break
  }
  return values
}
