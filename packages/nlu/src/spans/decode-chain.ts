import type { CrfWeights } from './span-model'
import { mayFollow, mayStart, OUTSIDE } from './tag-scheme'

/** The likeliest tags of one message (Viterbi 1967), spans well formed. `scores` are [units, tags]. */
export function decodeChain(
  scores: Float32Array,
  tags: number,
  weights: Pick<CrfWeights, 'transitions' | 'starts'>,
): number[] {
  const units = scores.length / tags
  if (units === 0) return []
  const best = new Float64Array(scores.length)
  const origins = new Int32Array(scores.length)
  for (let tag = 0; tag < tags; tag++) {
    best[tag] = mayStart(tag) ? (scores[tag] as number) + (weights.starts[tag] as number) : Number.NEGATIVE_INFINITY
  }
  for (let unit = 1; unit < units; unit++) {
    for (let tag = 0; tag < tags; tag++) {
      const from = bestOrigin(best.subarray((unit - 1) * tags, unit * tags), tag, weights.transitions)
      origins[unit * tags + tag] = from
      const step = (best[(unit - 1) * tags + from] as number) + (weights.transitions[from * tags + tag] as number)
      best[unit * tags + tag] = mayFollow(from, tag)
        ? step + (scores[unit * tags + tag] as number)
        : Number.NEGATIVE_INFINITY
    }
  }
  return traceBack(best, origins, units, tags)
}

function bestOrigin(before: Float64Array, to: number, transitions: Float32Array): number {
  const tags = before.length
  let [origin, highest] = [0, Number.NEGATIVE_INFINITY]
  // What goes on comes from the tag before it in the scheme or from itself; the rest may follow anything.
  const isAnywhere = mayFollow(OUTSIDE, to)
  for (let from = isAnywhere ? 0 : to - 1; from < (isAnywhere ? tags : to + 1); from++) {
    const value = (before[from] as number) + (transitions[from * tags + to] as number)
    if (value <= highest) continue
    highest = value
    origin = from
  }
  return origin
}

function traceBack(best: Float64Array, origins: Int32Array, units: number, tags: number): number[] {
  const last = best.subarray((units - 1) * tags)
  const path = [last.indexOf(last.reduce((highest, value) => Math.max(highest, value), Number.NEGATIVE_INFINITY))]
  for (let unit = units - 1; unit > 0; unit--) path.push(origins[unit * tags + (path.at(-1) as number)] as number)
  return path.reverse()
}
