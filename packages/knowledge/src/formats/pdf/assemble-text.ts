import { createHeadingScale, type HeadingScale } from './heading-scale'
import type { PageBlock } from './page-tables'

type TextLine = Extract<PageBlock, { kind: 'line' }>

export interface AssembledText {
  readonly kind: 'paragraph' | 'list-item' | 'heading'
  /** Of a heading, from 1. */
  readonly level: number
  /** Of a list item, as it is written. */
  readonly marker: string
  readonly lines: TextLine[]
}

/** A table, or lines that belong together, on the page where it begins. */
export interface Assembled {
  readonly page: number
  readonly block: AssembledText | Extract<PageBlock, { kind: 'table' }>
}

const MARKED = /^([•·▪●○◦‣■□*–—-]|\d{1,3}[.)、]|[(（]\d{1,3}[)）])\s*(?=\S)/
/** In sizes of the letters: lines of a paragraph are closer. */
const LINE_GAP = 1.9
const HEADING_GAP = 1.5
const SENTENCE_END = /[.。!！?？:：;；]["”’）)]?$/

/** Joins lines to paragraphs, items and headings; a paragraph that goes on over a page's end stays one. */
export function assembleText(pages: readonly (readonly PageBlock[])[]): Assembled[] {
  const scale = createHeadingScale(pages.flat().filter((block) => block.kind === 'line'))
  const assembled: Assembled[] = []
  pages.forEach((page, at) => {
    page.forEach((block, place) => {
      const last = assembled.at(-1)?.block
      if (block.kind === 'table') assembled.push({ page: at + 1, block })
      else if (last && last.kind !== 'table' && goesOn(last, block, scale, place === 0)) last.lines.push(block)
      else assembled.push({ page: at + 1, block: begin(block, scale) })
    })
  })
  return assembled
}

function begin(line: TextLine, scale: HeadingScale): AssembledText {
  const marker = MARKED.exec(line.text)?.[1] ?? ''
  const level = scale.levelOf(line.line.size, line.text)
  if (level > 0) return { kind: 'heading', level, marker: '', lines: [line] }
  return { kind: marker ? 'list-item' : 'paragraph', level: 0, marker, lines: [line] }
}

function goesOn(open: AssembledText, next: TextLine, scale: HeadingScale, isNextPage: boolean): boolean {
  const last = open.lines.at(-1)!
  if (MARKED.test(next.text) || scale.levelOf(next.line.size, next.text) !== open.level) return false
  if (isNextPage) return open.kind !== 'heading' && !SENTENCE_END.test(last.text)
  if (Math.abs(last.line.size - next.line.size) > 0.5) return false
  const gap = last.line.y - next.line.y
  // Above the last line begins the next column.
  if (gap < 0) return open.kind !== 'heading' && !SENTENCE_END.test(last.text)
  if (gap > (open.kind === 'heading' ? HEADING_GAP : LINE_GAP) * next.line.size) return false
  if (open.kind === 'list-item') return next.x > open.lines[0]!.x + 2
  return !isShortLast(open, last, next)
}

/** A line that ends a sentence well before the right edge ends its paragraph; so does one before an indented line. */
function isShortLast(open: AssembledText, last: TextLine, next: TextLine): boolean {
  const { size } = next.line
  const right = Math.max(next.end, ...open.lines.map(({ end }) => end))
  const isIndented = open.lines.length > 1 && next.x > last.x + size
  return isIndented || (SENTENCE_END.test(last.text) && right - last.end > 3 * size)
}
