import { logSoftmax } from '../numeric/softmax'
import type { HeldOut } from './cross-validate'
import type { IntentCorpus } from './intent-corpus'

/**
 * Log-probabilities of the intents by how few examples each has, and by nothing of the message. A head with a penalty
 * believes an intent of twenty examples less than the message warrants where another has three thousand; the pool's
 * weight for this opinion makes up for that, as far as held-out messages show it (logit adjustment, Menon et al. 2021).
 *
 * @param labels intent of each example; an intent without one counts as one of a single example.
 */
export function rarityOpinion(labels: readonly number[], classes: number): Float32Array {
  const counts = new Float32Array(classes)
  for (const label of labels) counts[label] = (counts[label] as number) + 1
  return logSoftmax(counts.map((count) => -Math.log(Math.max(1, count))))
}

/** The same opinion of every message that was held out, by the intents' shares among all examples. */
export function judgeRarity({ intents, labels, training, folds, outOfScope }: IntentCorpus): HeldOut {
  const opinion = rarityOpinion(
    training.map((row) => labels[row] as number),
    intents.length,
  )
  const insideRows = folds.reduce((sum, { validation }) => sum + validation.length, 0)
  return { inside: repeated(opinion, insideRows), outside: repeated(opinion, outOfScope.length) }
}

function repeated(opinion: Float32Array, times: number): Float32Array {
  const all = new Float32Array(opinion.length * times)
  for (let time = 0; time < times; time++) all.set(opinion, time * opinion.length)
  return all
}
