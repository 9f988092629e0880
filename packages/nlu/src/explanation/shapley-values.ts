import { createRandom, shuffle } from '../numeric/random'

/** Which players take part, one bit a player, the first player lowest. */
export type Coalition = number

/** An order in which players join. */
export type JoiningOrder = readonly number[]

/** Beyond, shifting a bit runs into the sign. */
const MOST_PLAYERS = 30

/**
 * Orders drawn at random, each followed by its reverse (antithetic sampling, Mitchell et al., *Sampling permutations for
 * Shapley value estimation*, 2022): who comes early in one comes late in the other, which cancels much of the noise.
 *
 * @throws RangeError for more than 30 players.
 */
export function drawJoiningOrders(players: number, pairs: number, seed: number): JoiningOrder[] {
  if (players > MOST_PLAYERS) throw new RangeError(`${players} players: a coalition holds ${MOST_PLAYERS}`)
  const random = createRandom(seed)
  return Array.from({ length: pairs }, () => {
    const order = shuffle([...Array(players).keys()], random)
    return [order, order.toReversed()]
  }).flat()
}

/** The coalitions that an order passes through, from nobody to everybody. */
export function coalitionsOf(order: JoiningOrder): Coalition[] {
  const coalitions = [0]
  for (const player of order) coalitions.push((coalitions.at(-1) as number) | (1 << player))
  return coalitions
}

/**
 * Shapley values by sampling: each player's mean gain over the orders (Castro et al. 2009). Whatever the orders, the
 * values sum to the worth of everybody less the worth of nobody, since along one order the gains cancel out but for its ends.
 *
 * @param worth of a coalition.
 * @returns one value a player, in the unit of `worth`.
 */
export function shapleyValues(
  players: number,
  orders: readonly JoiningOrder[],
  worth: (coalition: Coalition) => number,
): number[] {
  const values = Array<number>(players).fill(0)
  for (const order of orders) {
    const worths = coalitionsOf(order).map(worth)
    order.forEach((player, place) => {
      const gain = (worths[place + 1] as number) - (worths[place] as number)
      values[player] = (values[player] as number) + gain / orders.length
    })
  }
  return values
}
