import type { TextEdit } from './format-text'

const ITEM = /^(\s*)(?:([-*+])|(\d{1,9})([.)]))( +)(\[[ xX]\] +)?/
const QUOTATION = /^((?:> ?)+)/

/** What a new line at the caret becomes in a list or a quotation: its next item, or its end after an empty one. */
export function continueList(text: string, caret: number): TextEdit | null {
  const from = text.lastIndexOf('\n', caret - 1) + 1
  const line = text.slice(from, caret)
  const begin = beginOf(line)
  if (begin === null) return null
  const isEmpty = line.trim() === begin.own.trim() && (text[caret] ?? '\n') === '\n'
  if (isEmpty) return { from, to: caret, inserted: '', start: from, end: from }
  const inserted = `\n${begin.next}`
  const end = caret + inserted.length
  return { from: caret, to: caret, inserted, start: end, end }
}

function beginOf(line: string): { readonly own: string; readonly next: string } | null {
  const item = ITEM.exec(line)
  if (item) {
    const [own, indent = '', bullet, number, point = '', space = '', box] = item
    const mark = bullet ?? `${Number(number) + 1}${point}`
    return { own, next: `${indent}${mark}${space}${box ? '[ ] ' : ''}` }
  }
  const quotation = QUOTATION.exec(line)?.[0]
  return quotation ? { own: quotation, next: quotation } : null
}
