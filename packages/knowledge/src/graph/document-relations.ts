import { extractRelationsInSteps } from './extract-relations'
import type { FoundRelation, ReadingContext } from './relation'
import { tableRelations } from './table-relations'

/** So many lines of a document are read: a longer one is a list of data. */
const MOST_LINES = 20_000
/** Characters between two pauses, some ten milliseconds; within a long line so many sentences. */
const CHARACTERS_A_STEP = 2_000
const SENTENCES_A_STEP = 20

/** Relations of a document's plain text, some lines at a time: rows of tables by their headings, the rest by its sentences. */
export function* documentRelations(plainText: string, context: ReadingContext): Generator<FoundRelation[]> {
  let found: FoundRelation[] = []
  let [start, pausedAt] = [0, 0]
  for (const line of plainText.split('\n').slice(0, MOST_LINES)) {
    found.push(...(yield* lineRelations(line, start, context)))
    start += line.length + 1
    if (start - pausedAt < CHARACTERS_A_STEP) continue
    yield found
    found = []
    pausedAt = start
  }
  yield found
}

/** Pauses with nothing in hand. */
function* lineRelations(
  line: string,
  at: number,
  context: ReadingContext,
): Generator<FoundRelation[], FoundRelation[]> {
  if (line.trim() === '') return []
  const rows = tableRelations(line, at, context)
  if (rows.length > 0) return rows
  const steps = extractRelationsInSteps(line, context)
  for (let [step, sentences] = [steps.next(), 1]; ; step = steps.next(), sentences += 1) {
    if (step.done) return step.value.map((relation) => moved(relation, at))
    if (sentences % SENTENCES_A_STEP === 0) yield []
  }
}

const moved = ({ from, to, start, end, ...rest }: FoundRelation, by: number): FoundRelation => ({
  ...rest,
  from: { ...from, start: from.start + by, end: from.end + by },
  to: { ...to, start: to.start + by, end: to.end + by },
  start: start + by,
  end: end + by,
})
