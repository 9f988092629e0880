import type { Matrix } from '@parley/inference'
import type { ReadMessage } from '../features/message-features'
import { ngramVector } from '../features/ngram-features'
import type { IntentPrediction } from '../understanding'
import type { IntentModel } from './intent-model'
import { neighbourOpinion } from './neighbour-opinion'

type NearestExamples = IntentPrediction['nearestExamples']

/** The training examples of a model, searched by likeness. */
export interface ExampleIndex {
  /** The three nearest examples of the intents named, best first. */
  nearest(message: ReadMessage, intents: readonly string[]): NearestExamples
  /** Log-probabilities of the intents by the nearest examples alone. Throws a TypeError for a message without an encoding. */
  opinion(message: ReadMessage): Float32Array
}

const MAX_NEAREST = 3

/** Likeness is the cosine of sentence vectors, or of n-gram vectors for a message without an encoding. */
export function createExampleIndex({ intents, examples, heads }: IntentModel): ExampleIndex {
  const rowsByIntent = new Map<string, number[]>(intents.map((intent) => [intent, []]))
  examples.labels.forEach((label, row) => {
    // What is never shown has no text here.
    if (examples.texts[row] !== '') rowsByIntent.get(intents[label] as string)?.push(row)
  })
  const ngrams = heads.map(({ view }) => view).find((view) => view.name === 'ngrams')
  const lexical = new Map<number, Float32Array>()
  const lexicalVector = (row: number): Float32Array => {
    const vector = lexical.get(row) ?? vectorOf(examples.texts[row] as string)
    lexical.set(row, vector)
    return vector
  }
  // An opinion and the search for what is nearest follow each other, about one message.
  let last: { readonly sentence: Float32Array; readonly likeness: Float32Array } | undefined
  const likenessOf = (sentence: Float32Array, vectors: Matrix): Float32Array => {
    if (last?.sentence !== sentence) last = { sentence, likeness: productWithRows(vectors, sentence) }
    return last.likeness
  }
  const vectorOf = (text: string) => (ngrams ? ngramVector(text, ngrams.statistics) : new Float32Array(0))
  return {
    opinion: ({ encoding }) => {
      const { vectors, labels } = examples
      if (encoding === null || vectors === null) throw new TypeError('likeness to examples needs an encoding')
      return neighbourOpinion(likenessOf(encoding.sentence, vectors), labels, intents.length)
    },
    nearest: ({ text, encoding }, names) => {
      const { vectors } = examples
      const likeness = encoding && vectors && likenessOf(encoding.sentence, vectors)
      const query = likeness ? null : vectorOf(text)
      const similarity = (row: number) => (query ? dot(query, lexicalVector(row)) : (likeness?.[row] ?? 0))
      const candidates = names.flatMap((intent) =>
        (rowsByIntent.get(intent) ?? []).map((row) => ({
          text: examples.texts[row] as string,
          intent,
          similarity: similarity(row),
        })),
      )
      return candidates.toSorted((left, right) => right.similarity - left.similarity).slice(0, MAX_NEAREST)
    },
  }
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0
  for (let index = 0; index < left.length; index++) sum += (left[index] as number) * (right[index] as number)
  return sum
}

/** Thousands of rows for each message: plain loops over the whole matrix, with four sums that do not wait for each other. */
function productWithRows({ rows, columns, data }: Matrix, vector: Float32Array): Float32Array {
  const product = new Float32Array(rows)
  const whole = columns - (columns % 4)
  for (let row = 0, start = 0; row < rows; row++, start += columns) {
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let at = 0; at < whole; at += 4) {
      a += (vector[at] as number) * (data[start + at] as number)
      b += (vector[at + 1] as number) * (data[start + at + 1] as number)
      c += (vector[at + 2] as number) * (data[start + at + 2] as number)
      d += (vector[at + 3] as number) * (data[start + at + 3] as number)
    }
    for (let at = whole; at < columns; at++) a += (vector[at] as number) * (data[start + at] as number)
    product[row] = a + b + c + d
  }
  return product
}
