import { exponentials, toPotentials } from './fit-crf'
import type { CrfWeights } from './span-model'
import { mayFollow, mayStart } from './tag-scheme'

/** Probability of each tag at each unit of one message [units, tags], by scaled forward–backward (Rabiner 1989). */
export function tagMarginals(
  scores: Float32Array,
  tags: number,
  weights: Pick<CrfWeights, 'transitions' | 'starts'>,
): Float64Array {
  const units = scores.length / tags
  const potentials = scores.slice()
  toPotentials(potentials, tags)
  const transitions = exponentials(weights.transitions, mayFollow, tags)
  const starts = exponentials(weights.starts, (_from, to) => mayStart(to), tags)
  const marginals = new Float64Array(scores.length)
  for (let unit = 0; unit < units; unit++) {
    const before = unit === 0 ? starts : stepForward(marginals.subarray((unit - 1) * tags, unit * tags), transitions)
    scaleInto(
      marginals.subarray(unit * tags, (unit + 1) * tags),
      before,
      potentials.subarray(unit * tags, (unit + 1) * tags),
    )
  }
  let after = new Float64Array(tags).fill(1)
  for (let unit = units - 1; unit >= 0; unit--) {
    const own = marginals.subarray(unit * tags, (unit + 1) * tags)
    scaleInto(own, own, after)
    after = stepBackward(after, potentials.subarray(unit * tags, (unit + 1) * tags), transitions)
  }
  return marginals
}

type Numbers = Float32Array | Float64Array

function stepForward(from: Numbers, transitions: Float32Array): Float64Array {
  const tags = from.length
  const reached = new Float64Array(tags)
  for (let tag = 0; tag < tags; tag++) {
    const weight = from[tag] as number
    if (weight === 0) continue
    for (let to = 0; to < tags; to++) {
      reached[to] = (reached[to] as number) + weight * (transitions[tag * tags + to] as number)
    }
  }
  return reached
}

function stepBackward(after: Numbers, potentials: Numbers, transitions: Float32Array): Float64Array<ArrayBuffer> {
  const tags = after.length
  const reached = new Float64Array(tags)
  for (let from = 0; from < tags; from++) {
    let sum = 0
    for (let to = 0; to < tags; to++) {
      sum += (transitions[from * tags + to] as number) * (potentials[to] as number) * (after[to] as number)
    }
    reached[from] = sum
  }
  return scaleInto(reached, reached, new Float64Array(tags).fill(1))
}

/** The product of two rows, scaled to sum to 1. */
function scaleInto<Target extends Float64Array<ArrayBufferLike>>(
  target: Target,
  left: Numbers,
  right: Numbers,
): Target {
  let sum = 0
  for (let tag = 0; tag < target.length; tag++) {
    target[tag] = (left[tag] as number) * (right[tag] as number)
    sum += target[tag] as number
  }
  for (let tag = 0; tag < target.length; tag++) target[tag] = (target[tag] as number) / sum
  return target
}
