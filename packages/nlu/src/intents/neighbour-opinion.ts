import type { Matrix, MatrixProduct } from '@parley/inference'
import type { ReadMessage } from '../features/message-features'
import { concatenate } from '../numeric/concatenate'
import { matrixOf, rowOf, selectRows } from '../numeric/matrix'
import { logSoftmax } from '../numeric/softmax'
import type { HeldOut } from './cross-validate'
import type { IntentCorpus } from './intent-corpus'
import type { Fold } from './stratified-folds'

/** So many of an intent's examples are asked how like the message is to it. */
const NEIGHBOURS = 3
/** Cosines of sentence vectors lie close together; the pool's weight for this opinion does the fine tuning. */
const SHARPNESS = 100

/**
 * Log-probabilities of the intents by likeness alone: the mean cosine of each intent's three nearest examples (fewer where
 * it has fewer). It sees what no linear head can: that an intent's wordings come in several clusters.
 *
 * @param similarities cosine of the message with each example.
 * @param labels intent of each example; every intent has one or more.
 */
export function neighbourOpinion(similarities: Float32Array, labels: readonly number[], classes: number): Float32Array {
  const nearest = new Float32Array(classes * NEIGHBOURS).fill(Number.NEGATIVE_INFINITY)
  labels.forEach((label, example) => {
    insert(nearest, label * NEIGHBOURS, similarities[example] as number)
  })
  const scores = Float32Array.from({ length: classes }, (_unused, label) => SHARPNESS * meanOfKnown(nearest, label))
  return logSoftmax(scores)
}

/** Opinions on held-out rows by the examples of their fold; null without an encoder. */
export async function judgeNeighbours(corpus: IntentCorpus, product: MatrixProduct): Promise<HeldOut | null> {
  const inScope = sentenceVectors(corpus.inScope)
  const outOfScope = sentenceVectors(corpus.outOfScope)
  if (inScope === null || outOfScope === null) return null
  const judge = async ({ training }: Fold, messages: Matrix): Promise<Float32Array> => {
    const similarities = await product.multiply(messages, selectRows(inScope, training), { transposeB: true })
    const labels = training.map((row) => corpus.labels[row] as number)
    return concatenate(
      Array.from({ length: messages.rows }, (_unused, row) =>
        neighbourOpinion(rowOf(similarities, row), labels, corpus.intents.length),
      ),
    )
  }
  const inside: Float32Array[] = []
  for (const fold of corpus.folds) inside.push(await judge(fold, selectRows(inScope, fold.validation)))
  const [first] = corpus.folds
  const isOutsideJudged = first !== undefined && outOfScope.rows > 0
  return {
    inside: concatenate(inside),
    outside: isOutsideJudged ? await judge(first, outOfScope) : new Float32Array(0),
  }
}

/** One row a message; null where one has no encoding. */
function sentenceVectors(messages: readonly ReadMessage[]): Matrix | null {
  const vectors = messages.flatMap(({ encoding }) => (encoding ? [encoding.sentence] : []))
  return vectors.length === messages.length ? matrixOf(vectors, vectors[0]?.length ?? 0) : null
}

/** Keeps the highest values of a run of places, highest first. */
function insert(values: Float32Array, start: number, value: number): void {
  let place = start + NEIGHBOURS - 1
  if (value <= (values[place] as number)) return
  for (; place > start && value > (values[place - 1] as number); place--) values[place] = values[place - 1] as number
  values[place] = value
}

/** 0 for an intent without examples. */
function meanOfKnown(nearest: Float32Array, label: number): number {
  let [sum, known] = [0, 0]
  for (let place = label * NEIGHBOURS; place < (label + 1) * NEIGHBOURS; place++) {
    const value = nearest[place] as number
    if (value === Number.NEGATIVE_INFINITY) break
    sum += value
    known++
  }
  return sum / Math.max(1, known)
}
