import { createRandom, shuffle } from '../numeric/random'
import { type Coalition, everybody } from './shapley-values'

/** Each single player alone. */
export const loners = (players: number): Coalition[] =>
  Array.from({ length: players }, (_unused, player) => 2 ** player)

/** Everybody but each single player. */
export const singleRemovals = (players: number): Coalition[] =>
  loners(players).map((loner) => everybody(players) - loner)

/** Small games have few coalitions: after so many draws without a new one there is none. */
const PATIENCE = 50

/**
 * Pairs of a coalition of two players or more and what it leaves, which is as many or more, each drawn once: paired
 * sampling (Covert & Lee 2021) cancels much of the noise. Sizes are drawn as the Shapley kernel weighs them.
 */
export function drawCoalitions(players: number, pairs: number, seed: number): (readonly [Coalition, Coalition])[] {
  const random = createRandom(seed)
  const all = everybody(players)
  const drawn = new Map<Coalition, readonly [Coalition, Coalition]>()
  if (players < 4) return []
  for (let failures = 0; drawn.size < pairs && failures < PATIENCE; ) {
    const members = shuffle([...Array(players).keys()], random).slice(0, drawSize(players, random))
    const coalition = members.reduce((sum, player) => sum + 2 ** player, 0)
    const isKnown = drawn.has(coalition) || drawn.has(all - coalition)
    if (isKnown) failures += 1
    else drawn.set(coalition, [coalition, all - coalition])
  }
  return [...drawn.values()]
}

/** From 2 to half of the players: the other half is the complements'. */
function drawSize(players: number, random: () => number): number {
  const sizes = Array.from({ length: Math.floor(players / 2) - 1 }, (_unused, more) => more + 2)
  const weights = sizes.map((size) => 1 / (size * (players - size)))
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
  const chosen = weights.findIndex((weight) => {
    left -= weight
    return left <= 0
  })
  return sizes[chosen] ?? 2
}
