import { createDocumentWriter, type ParsedDocument } from '../parsed-document'
import type { Archive } from './open-archive'
import { childOf, descendants, parseXml, type XmlElement } from './parse-xml'
import { relationshipsOf } from './relationships'
import { writeTable } from './write-table'
import { type CellReader, createCellReader } from './xlsx-cells'

const WORKBOOK = 'xl/workbook.xml'

/** Every visible sheet under its name; an empty row parts one table from the next. */
export async function parseXlsx(archive: Archive): Promise<ParsedDocument> {
  const targets = await relationshipsOf(archive, WORKBOOK)
  const workbook = await parseXml(archive.text(WORKBOOK))
  const cells = await createCellReader(archive, workbook)
  const writer = createDocumentWriter()
  for (const [at, { attributes }] of descendants(workbook, 'sheet').entries()) {
    const part = targets.get(attributes.id ?? '')
    if (part === undefined || !archive.has(part) || (attributes.state ?? 'visible') !== 'visible') continue
    const tables = tablesOf(await parseXml(archive.text(part)), cells)
    if (tables.length === 0) continue
    writer.startPlace('sheet', at + 1, attributes.name ?? '')
    writer.heading(1, attributes.name ?? '')
    for (const table of tables) {
      // A line alone above a table is its title.
      if (table.length === 1) writer.paragraph(table[0]!.filter(Boolean).join(' '))
      else writeTable(writer, table)
    }
  }
  return writer.finish()
}

type Row = readonly string[]

function tablesOf(sheet: XmlElement, cells: CellReader): Row[][] {
  const rows = gridOf(childOf(sheet, 'sheetData'), cells)
  fillMerged(rows, descendants(sheet, 'mergeCell'))
  const tables: Row[][] = [[]]
  let last = 0
  for (const [number, row] of rows) {
    const filled = row.filter((cell) => cell).length
    if (filled === 0) continue
    const open = tables.at(-1)!
    const isTitle = open.length === 1 && open[0]!.filter(Boolean).length === 1 && filled > 1
    if (number > last + 1 || isTitle) tables.push([])
    tables.at(-1)!.push(Array.from(row, (cell) => cell ?? ''))
    last = number
  }
  return tables.filter((table) => table.length > 0)
}

function gridOf(data: XmlElement | undefined, cells: CellReader): Map<number, string[]> {
  const rows = new Map<number, string[]>()
  for (const row of data?.children ?? []) {
    const number = Number(row.attributes.r ?? rows.size + 1)
    const texts: string[] = []
    for (const cell of row.children) texts[columnOf(cell.attributes.r) ?? texts.length] = cells.text(cell)
    rows.set(number, texts)
  }
  return rows
}

const MAX_COLUMNS = 16_384

/** `C7` is column 2; undefined where a cell does not say. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return column < MAX_COLUMNS ? column : undefined
}

const MAX_MERGED_ROWS = 1_000

/** What is written once beside several rows belongs to each of them. */
function fillMerged(rows: Map<number, string[]>, merged: readonly XmlElement[]): void {
  for (const { attributes } of merged) {
    const [, column, first, last] = /^([A-Z]+)(\d+):\1(\d+)$/.exec(attributes.ref ?? '') ?? []
    const at = columnOf(column)
    const value = at === undefined ? '' : rows.get(Number(first))?.[at]
    if (!value || at === undefined) continue
    const end = Math.min(Number(last), Number(first) + MAX_MERGED_ROWS)
    for (let number = Number(first) + 1; number <= end; number++) {
      const row = rows.get(number)
      if (row) row[at] ||= value
    }
  }
}
