import { likenessModelOf, questionLikeness } from './question-likeness'
import { type QuestionSketch, sketchCosine, sketchQuestion } from './question-sketch'

/** A question that is known, as it is stored. */
export interface KnownQuestion {
  readonly text: string
  readonly vector: Uint8Array | null
}

export interface NearQuestion<Known extends KnownQuestion> {
  readonly known: Known
  readonly likeness: number
  /** One answer may be given for both. */
  readonly isSame: boolean
  /** Both are about one matter. */
  readonly isAkin: boolean
}

/** Vectors choose so many, which are then compared by words, numbers and kind too. */
const POOL = 16

/** The known questions that come nearest to one, best first. */
export function nearestQuestions<Known extends KnownQuestion>(
  asked: QuestionSketch,
  known: readonly Known[],
): NearQuestion<Known>[] {
  const near = closestByVector(asked, known).map((one) => {
    const sketch = sketchQuestion(one.text, one.vector)
    const likeness = questionLikeness(asked, sketch)
    const { same, akin } = likenessModelOf(asked, sketch)
    return { known: one, likeness, isSame: likeness >= same, isAkin: likeness >= akin }
  })
  return near.sort((a, b) => b.likeness - a.likeness)
}

function closestByVector<Known extends KnownQuestion>({ vector }: QuestionSketch, known: readonly Known[]): Known[] {
  if (!vector || known.length <= POOL) return [...known]
  // What has no vector yet is compared by its words.
  const scored = known.map((one) => ({ one, cosine: one.vector ? sketchCosine(vector, one.vector) : 1 }))
  return scored
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, POOL)
    .map(({ one }) => one)
}
