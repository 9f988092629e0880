import { formatLines, type LineFormat, lineFormats } from './format-lines'

/** A text with what is selected in it; `start` is `end` where only a caret stands. */
export interface Selected {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Replaces `from`–`to` by `inserted`, and selects `start`–`end` of what is there then. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly inserted: string
  readonly start: number
  readonly end: number
}

const marks = { bold: '**', italic: '*', strike: '~~', code: '`' } as const

export type Format = keyof typeof marks | LineFormat | 'link' | 'codeBlock'

/** Marks what is selected, or takes the mark off again. */
export function formatText(selected: Selected, format: Format): TextEdit {
  if (format === 'link') return linkTo(selected, null)
  const isLines = format === 'code' && innerOf(selected).includes('\n')
  if (format === 'codeBlock' || isLines) return toggleCodeBlock(selected)
  return isLineFormat(format) ? formatLines(selected, format) : toggleMark(withoutEdges(selected), marks[format])
}

const isLineFormat = (format: Format): format is LineFormat => format in lineFormats

/** Marks beside a space mark nothing in Markdown: a word selected with the space after it means the word. */
function withoutEdges(selected: Selected): Selected {
  const inner = innerOf(selected)
  if (inner.trim() === '') return selected
  const start = selected.start + inner.length - inner.trimStart().length
  return { ...selected, start, end: start + inner.trim().length }
}

function toggleMark({ text, start, end }: Selected, mark: string): TextEdit {
  const inner = text.slice(start, end)
  const size = mark.length
  if (isMarkedAround(text, start, end, mark)) {
    return { from: start - size, to: end + size, inserted: inner, start: start - size, end: end - size }
  }
  if (inner.length > 2 * size && isMarkedAround(text, start + size, end - size, mark)) {
    return { from: start, to: end, inserted: inner.slice(size, -size), start, end: end - 2 * size }
  }
  return { from: start, to: end, inserted: mark + inner + mark, start: start + size, end: end + size }
}

/** Of asterisks in a row, two are bold, one is italic, three are both. */
function isMarkedAround(text: string, start: number, end: number, mark: string): boolean {
  const character = mark[0] ?? ''
  const before = runBefore(text, start, character)
  const after = runAfter(text, end, character)
  const run = Math.min(before, after)
  if (character !== '*') return run >= mark.length
  return mark === '*' ? run === 1 || run === 3 : run >= 2
}

function runBefore(text: string, at: number, character: string): number {
  let run = 0
  while (text[at - run - 1] === character) run += 1
  return run
}

function runAfter(text: string, at: number, character: string): number {
  let run = 0
  while (text[at + run] === character) run += 1
  return run
}

const ADDRESS = 'https://'

/** `[words](address)`. Without an address it is selected, to be written over; without words, they are to be written. */
export function linkTo(selected: Selected, address: string | null): TextEdit {
  const { start, end } = withoutEdges(selected)
  const words = selected.text.slice(start, end)
  const goal = address ?? ADDRESS
  const inserted = `[${words}](${goal})`
  const edit = { from: start, to: end, inserted }
  if (words === '') return { ...edit, start: start + 1, end: start + 1 }
  const goalAt = start + words.length + 3
  if (address === null) return { ...edit, start: goalAt, end: goalAt + goal.length }
  return { ...edit, start: start + inserted.length, end: start + inserted.length }
}

const FENCED = /^\n?```[^\n]*\n([\s\S]*?)\n?```\n?$/

/** A block stands on lines of its own. Its fence is longer than any in it. */
function toggleCodeBlock({ text, start, end }: Selected): TextEdit {
  const inner = text.slice(start, end)
  const code = FENCED.exec(inner)?.[1]
  if (code !== undefined) return { from: start, to: end, inserted: code, start, end: start + code.length }
  const longest = Math.max(2, ...[...inner.matchAll(/`{3,}/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const before = start === 0 || text[start - 1] === '\n' ? '' : '\n'
  const after = end === text.length || text[end] === '\n' ? '' : '\n'
  const codeAt = start + before.length + fence.length + 1
  const inserted = `${before}${fence}\n${inner}\n${fence}${after}`
  return { from: start, to: end, inserted, start: codeAt, end: codeAt + inner.length }
}

const innerOf = ({ text, start, end }: Selected) => text.slice(start, end)
