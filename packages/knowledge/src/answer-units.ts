import type { Passage } from './answer-types'
import { sentencesOf } from './chunk-sentences'
import type { BlockKind, ParsedDocument } from './parsed-document'

/** The smallest thing that is quoted: a sentence, a list item, a table row. Offsets into the document's plain text. */
export interface AnswerUnit {
  readonly start: number
  readonly end: number
  readonly kind: BlockKind
  /** Items of one list and rows of one table share a number. */
  readonly group: number
}

/** The units of each passage, in order: sentences of paragraphs, items and rows whole, code whole. */
export function unitsOfPassages(document: ParsedDocument, passages: readonly Passage[]): AnswerUnit[][] {
  const { blocks, plainText } = document
  let first = 0
  return passages.map(({ start, end }) => {
    while (first < blocks.length && blocks[first]!.end <= start) first++
    const units: AnswerUnit[] = []
    for (let at = first; at < blocks.length && blocks[at]!.start < end; at++) {
      const { kind, group } = blocks[at]!
      const from = Math.max(start, blocks[at]!.start)
      const to = Math.min(end, blocks[at]!.end)
      const isWhole = kind === 'table-row' || kind === 'code'
      const spans = isWhole ? [{ start: from, end: to }] : sentencesOf(plainText, from, to)
      units.push(...spans.map((span) => ({ ...span, kind, group })))
    }
    return units
  })
}
