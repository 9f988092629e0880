import { createUnitProducts, type RowProducts } from '@parley/inference'
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
  const compare = examples.vectors && createUnitProducts(examples.vectors)
  const likenessOf = (sentence: Float32Array, productsWith: RowProducts): Float32Array => {
    if (last?.sentence !== sentence) last = { sentence, likeness: productsWith(sentence) }
    return last.likeness
  }
  const vectorOf = (text: string) => (ngrams ? ngramVector(text, ngrams.statistics) : new Float32Array(0))
  return {
    opinion: ({ encoding }) => {
      if (encoding === null || compare === null) throw new TypeError('likeness to examples needs an encoding')
      return neighbourOpinion(likenessOf(encoding.sentence, compare), examples.labels, intents.length)
    },
    nearest: ({ text, encoding }, names) => {
      const likeness = encoding && compare && likenessOf(encoding.sentence, compare)
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
