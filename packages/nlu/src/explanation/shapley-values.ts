import { solvePositiveDefinite } from '../numeric/cholesky'

/** Which players take part, one bit a player, the first player lowest. */
export type Coalition = number

/** Beyond, shifting a bit runs into the sign. */
const MOST_PLAYERS = 30
/** Keeps the equations solvable where coalitions are few; far below what anybody reads off. */
const RIDGE = 1e-12

export const everybody = (players: number): Coalition => {
  if (players > MOST_PLAYERS) throw new RangeError(`${players} players: a coalition holds ${MOST_PLAYERS}`)
  return 2 ** players - 1
}

/**
 * Shapley values by weighted least squares over coalitions (kernel SHAP: Lundberg & Lee 2017; Covert & Lee, *Improving
 * KernelSHAP*, 2021): the additive game nearest to the real one. With all coalitions the values are exact. Whatever the
 * coalitions, they sum to the worth of everybody less the worth of nobody, since that is a constraint and no aim.
 *
 * @param coalitions each once; nobody and everybody need not be among them. Each single player must take part in one and
 *   be missing in one.
 * @param worth of a coalition.
 * @returns one value a player, in the unit of `worth`.
 */
export function shapleyValues(
  players: number,
  coalitions: readonly Coalition[],
  worth: (coalition: Coalition) => number,
): number[] {
  const [nobody, all] = [worth(0), worth(everybody(players))]
  if (players === 1) return [all - nobody]
  const size = players
  const normal = new Float64Array(size * size)
  const [right, ones] = [new Float64Array(size), new Float64Array(size).fill(1)]
  for (const [coalition, weight] of weigh(players, coalitions)) {
    const members = membersOf(players, coalition)
    const gain = weight * (worth(coalition) - nobody)
    for (const one of members) {
      right[one] = (right[one] as number) + gain
      for (const other of members) normal[one * size + other] = (normal[one * size + other] as number) + weight
    }
  }
  for (let player = 0; player < size; player++)
    normal[player * (size + 1)] = (normal[player * (size + 1)] as number) + RIDGE
  const [free, pull] = solvePositiveDefinite({ rows: size, data: normal }, [right, ones]) as [
    Float64Array,
    Float64Array,
  ]
  // Lagrange: what the free solution's sum is off by is taken back along the constraint.
  const surplus = (sumOf(free) - (all - nobody)) / sumOf(pull)
  return Array.from(free, (value, player) => value - surplus * (pull[player] as number))
}

/** The kernel's weight of each size, shared out among the coalitions of that size that are there. */
function weigh(players: number, coalitions: readonly Coalition[]): Map<Coalition, number> {
  const sizes = new Map(coalitions.map((coalition) => [coalition, membersOf(players, coalition).length] as const))
  const counts = new Map<number, number>()
  for (const size of sizes.values()) counts.set(size, (counts.get(size) ?? 0) + 1)
  const inner = [...sizes].filter(([, size]) => size > 0 && size < players)
  return new Map(inner.map(([coalition, size]) => [coalition, 1 / (size * (players - size) * (counts.get(size) ?? 1))]))
}

const membersOf = (players: number, coalition: Coalition): number[] =>
  Array.from({ length: players }, (_unused, player) => player).filter((player) => (coalition & (1 << player)) !== 0)

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)
