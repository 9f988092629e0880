import { foldTraditional } from '@parley/text'
import { nameKey } from '../graph/known-names'
import { namesOtherwise } from '../graph/table-relations'
import type { BlockKind } from '../parsed-document'
import { rowCells } from '../row-cells'

/** What may stand between a name and what it is: a colon or a dash, "is", 是, another name in brackets. */
const AFTER_NAME =
  /^["”》』」]?\s*(?:[:：—–(（]|-\s|(?:is|are|was|means?|stands for)\b|是|指|即|为(?!什么)|[，,]\s?(?:a|an|the)\b)/iu
const BULLET = /^[\s\-–•*·]+/u

/** Whether a sentence, item or row says what a thing is: it begins with its name, or is the row of that name. */
export function introduces(
  thing: string,
  { kind, text }: { readonly kind: BlockKind; readonly text: string },
): boolean {
  const name = nameKey(foldTraditional(thing))
  if (name === '') return false
  return kind === 'table-row' ? isRowOf(name, text) : beginsWith(name, text)
}

function isRowOf(name: string, text: string): boolean {
  const isNamed = (cell: string) => nameKey(foldTraditional(cell)) === name
  return rowCells(text).some(
    ({ name: column, text: cell }, at) => (at === 0 || namesOtherwise(column)) && isNamed(cell),
  )
}

function beginsWith(name: string, written: string): boolean {
  const text = foldTraditional(written.normalize('NFKC')).replace(BULLET, '')
  const start = /^(?:["“《『「]|the |an? )*/iu.exec(text)![0].length
  const rest = text.slice(start)
  return rest.toLowerCase().startsWith(name) && AFTER_NAME.test(rest.slice(name.length))
}
