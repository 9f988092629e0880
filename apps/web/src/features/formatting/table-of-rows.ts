/** Rows of cells as a Markdown table, the first one its head. Cells hold Markdown already. */
export function tableOfRows(rows: readonly (readonly string[])[]): string {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const [head = [], ...others] = rows.map((row) => lineOf(row, width))
  return [
    head,
    lineOf(
      Array.from({ length: width }, () => '---'),
      width,
    ),
    ...others,
  ].join('\n')
}

const lineOf = (row: readonly string[], width: number) =>
  `| ${Array.from({ length: width }, (_, index) => cellOf(row[index] ?? '')).join(' | ')} |`

/** A cell is one line, and a bar in it ends nothing. */
const cellOf = (cell: string) =>
  cell
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<!\\)\|/g, '\\|')

/** Cells of a spreadsheet as programs copy them, a tab between them; null for any other text. */
export function rowsOfTabs(text: string): string[][] | null {
  const rows = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
  const [first = []] = rows
  const isTable = first.length > 1 && rows.length > 1 && rows.every((row) => row.length === first.length)
  // Lines that begin with a tab are code more likely than a table without a name for its first column.
  return isTable && first.every((cell) => cell.trim() !== '') ? rows : null
}
