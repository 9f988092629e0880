import { relationsInPieces } from './extract-relations'
import type { FoundRelation, ReadingContext } from './relation'
import { tableRelations } from './table-relations'

/** So many lines of a document are read: a longer one is a list of data. */
const MOST_LINES = 20_000

/** Relations of a document's plain text, piece by piece: rows of tables by their headings, the rest by its sentences. */
export function* documentRelations(plainText: string, context: ReadingContext): Generator<FoundRelation[]> {
  let start = 0
  for (const line of plainText.split('\n').slice(0, MOST_LINES)) {
    yield* lineRelations(line, start, context)
    start += line.length + 1
  }
}

function* lineRelations(line: string, at: number, context: ReadingContext): Generator<FoundRelation[]> {
  if (line.trim() === '') return
  const rows = tableRelations(line, at, context)
  if (rows.length > 0) return yield rows
  for (const found of relationsInPieces(line, context)) yield found.map((relation) => moved(relation, at))
}

const moved = ({ from, to, start, end, ...rest }: FoundRelation, by: number): FoundRelation => ({
  ...rest,
  from: { ...from, start: from.start + by, end: from.end + by },
  to: { ...to, start: to.start + by, end: to.end + by },
  start: start + by,
  end: end + by,
})
