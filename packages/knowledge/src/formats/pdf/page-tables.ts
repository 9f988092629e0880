import { joinLines } from './join-lines'
import type { Line, Segment } from './page-lines'

export type PageBlock =
  | { readonly kind: 'line'; readonly line: Line; readonly text: string; readonly x: number; readonly end: number }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/** In sizes of the letters: lines of one cell are closer, what is further away is no part of the table. */
const CELL_LINE_GAP = 1.45
const ROW_GAP = 4

/** Consecutive lines with cells under each other become a table; all others stay lines. */
export function findTables(lines: readonly Line[]): PageBlock[] {
  const blocks: PageBlock[] = []
  for (let at = 0; at < lines.length; ) {
    const end = endOfTable(lines, at)
    const rows = end > at + 1 ? rowsOf(lines.slice(at, end)) : undefined
    if (rows) blocks.push({ kind: 'table', rows })
    else blocks.push(asLine(lines[at]!))
    at = rows ? end : at + 1
  }
  return blocks
}

function asLine(line: Line): PageBlock {
  const { segments } = line
  const text = segments.map((segment) => segment.text.trim()).join(' ')
  return { kind: 'line', line, text, x: segments[0]!.x, end: segments.at(-1)!.end }
}

/** The line after the last one that may belong to a table that begins here. */
function endOfTable(lines: readonly Line[], first: number): number {
  if (lines[first]!.segments.length < 2) return first
  let end = first + 1
  while (end < lines.length && belongs(lines, first, end)) end++
  // A table ends with a row of cells, not with the line of text below it.
  while (end > first + 1 && lines[end - 1]!.segments.length < 2 && !isTight(lines, end - 1)) end--
  return end
}

function belongs(lines: readonly Line[], first: number, at: number): boolean {
  const line = lines[at]!
  if (lines[at - 1]!.y - line.y > ROW_GAP * line.size) return false
  if (line.segments.length >= 2) return true
  const right = Math.max(...lines.slice(first, at).flatMap(({ segments }) => segments.map(({ end }) => end)))
  const left = Math.min(...lines.slice(first, at).map(({ segments }) => segments[0]!.x))
  const [only] = line.segments
  // What reaches over most of the table is text below it.
  return isTight(lines, at) && only!.end - only!.x < (right - left) * 0.6
}

const isTight = (lines: readonly Line[], at: number): boolean =>
  lines[at - 1]!.y - lines[at]!.y < CELL_LINE_GAP * lines[at]!.size

interface Band {
  from: number
  to: number
}

function rowsOf(lines: readonly Line[]): string[][] | undefined {
  const bands = bandsOf(lines.flatMap(({ segments }) => segments))
  if (bands.length < 2) return undefined
  const isLoose = lines.some((_, at) => at > 0 && !isTight(lines, at))
  const rows: string[][] = []
  lines.forEach((line, at) => {
    const cells = cellsOf(line, bands)
    const isContinued = at > 0 && isTight(lines, at) && (isLoose || cells[0] === '')
    if (isContinued) rows[rows.length - 1] = rows.at(-1)!.map((cell, column) => joinLines([cell, cells[column]!]))
    else rows.push(cells)
  })
  return rows.filter((row) => row.filter((cell) => cell !== '').length >= 2).length >= 2 ? rows : undefined
}

/** Columns: what overlaps from line to line is one. */
function bandsOf(segments: readonly Segment[]): Band[] {
  const bands: Band[] = []
  for (const { x, end } of segments.toSorted((a, b) => a.x - b.x)) {
    const last = bands.at(-1)
    if (last && x < last.to) last.to = Math.max(last.to, end)
    else bands.push({ from: x, to: end })
  }
  return bands
}

function cellsOf(line: Line, bands: readonly Band[]): string[] {
  return bands.map(({ from, to }) => {
    const held = line.segments.filter(({ x, end }) => x < to && end > from)
    return joinLines(held.map(({ text }) => text))
  })
}
