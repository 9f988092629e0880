/** What is added to the log-odds of values; null stands for none of them. Minus infinity: never. */
export type LogOddsShifts = ReadonlyMap<string | null, number>

export const NO_SHIFTS: LogOddsShifts = new Map()

interface Judgement {
  readonly intents: readonly string[]
  /** Of each intent, given that the message has one of them. */
  readonly logProbabilities: Float32Array
  /** Probability that it has. */
  readonly inScope: number
}

/**
 * The same judgement with evidence from elsewhere: each intent, and "none of them", has its probability multiplied by the
 * exponential of its shift, and all are normalised again. One shift changes the log-odds of its intent against everything
 * else by just that.
 */
export function shiftIntents(
  { intents, logProbabilities, inScope }: Judgement,
  shifts: LogOddsShifts,
): Pick<Judgement, 'logProbabilities' | 'inScope'> {
  const weightOf = (value: string | null) => Math.exp(shifts.get(value) ?? 0)
  const worth = intents.map((name, index) => Math.exp(logProbabilities[index] as number) * weightOf(name))
  const known = worth.reduce((sum, one) => sum + one, 0)
  if (known === 0) return { logProbabilities, inScope: 0 }
  const [inside, outside] = [inScope * known, (1 - inScope) * weightOf(null)]
  return {
    logProbabilities: Float32Array.from(worth, (one) => Math.log(one / known)),
    inScope: inside / (inside + outside),
  }
}
