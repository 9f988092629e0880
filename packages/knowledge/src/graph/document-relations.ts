import { extractRelations } from './extract-relations'
import type { FoundRelation, ReadingContext } from './relation'
import { tableRelations } from './table-relations'

/** So many lines of a document are read: a longer one is a list of data. */
const MOST_LINES = 20_000
/** Lines between two pauses. */
const LINES_A_STEP = 100

/** Relations of a document's plain text, some lines at a time: rows of tables by their headings, the rest by its sentences. */
export function* documentRelations(plainText: string, context: ReadingContext): Generator<FoundRelation[]> {
  let found: FoundRelation[] = []
  let start = 0
  for (const [number, line] of plainText.split('\n').slice(0, MOST_LINES).entries()) {
    found.push(...lineRelations(line, start, context))
    start += line.length + 1
    if (number % LINES_A_STEP === LINES_A_STEP - 1) {
      yield found
      found = []
    }
  }
  yield found
}

function lineRelations(line: string, at: number, context: ReadingContext): FoundRelation[] {
  if (line.trim() === '') return []
  const rows = tableRelations(line, at, context)
  return rows.length > 0 ? rows : extractRelations(line, context).map((relation) => moved(relation, at))
}

const moved = ({ from, to, start, end, ...rest }: FoundRelation, by: number): FoundRelation => ({
  ...rest,
  from: { ...from, start: from.start + by, end: from.end + by },
  to: { ...to, start: to.start + by, end: to.end + by },
  start: start + by,
  end: end + by,
})
