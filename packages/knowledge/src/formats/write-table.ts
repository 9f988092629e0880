import type { DocumentWriter } from '../parsed-document'

const LONGEST_NAME = 40

/** Writes a table of which nobody says whether its first row names the columns. Empty rows are left out. */
export function writeTable(writer: DocumentWriter, rows: readonly (readonly string[])[]): void {
  const filled = rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''))
  const header = hasHeader(filled) ? filled[0]! : []
  writer.startGroup()
  for (const row of header.length > 0 ? filled.slice(1) : filled) writer.tableRow(header, row)
}

/** Names of columns are short and all different, say no amount, and something stands below them. */
export function hasHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = rows
  const names = first.filter((cell) => cell !== '')
  if (others.length === 0 || names.length < 2 || names.length < first.length - 1) return false
  const isName = (cell: string) =>
    cell.length <= LONGEST_NAME && /^[\p{L}\p{N}#(（]/u.test(cell) && !/^[\d.,]+%?$/.test(cell)
  return names.every(isName) && new Set(names).size === names.length
}
