import type { DocumentWriter } from './parsed-document'

const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset'],
  ...['figcaption', 'figure', 'footer', 'form', 'header', 'hr', 'html', 'main', 'p', 'section', 'summary', 'legend'],
])
const HEADING = /^h([1-6])$/
const MAX_NESTED_TABLES = 16

interface List {
  readonly isOrdered: boolean
  count: number
}

interface Table {
  header: readonly string[]
  row: string[] | undefined
  isHeaderRow: boolean
  rowCount: number
}

/** Turns opening tags, closing tags and text, in the order of the page, into the blocks of a document. */
export class HtmlRenderer {
  private pending: string[] = []
  private headingLevel = 0
  private isCode = false
  private isMarkerWritten = true
  private readonly lists: List[] = []
  private readonly tables: Table[] = []

  constructor(private readonly writer: DocumentWriter) {}

  text(characters: string): void {
    this.pending.push(characters)
  }

  /** `listStart` is the number of an ordered list's first item. */
  open(name: string, listStart = 1): void {
    if (name === 'br') this.text('\n')
    else if (name === 'ul' || name === 'ol') this.openList(name === 'ol', listStart)
    else if (name === 'li') this.openItem()
    else if (name === 'table') this.openTable()
    else if (name === 'tr') this.openRow()
    else if (name === 'td' || name === 'th') this.openCell(name === 'th')
    else if (name === 'pre' || HEADING.test(name) || BLOCKS.has(name)) this.openBlock(name)
  }

  close(name: string): void {
    if (name === 'ul' || name === 'ol') this.closeList()
    else if (name === 'tr') this.closeRow()
    else if (name === 'table') this.closeTable()
    else if (name === 'li' || name === 'td' || name === 'th') this.flush()
    else if (name === 'pre' || HEADING.test(name) || BLOCKS.has(name)) this.openBlock('')
  }

  finish(): void {
    this.flush()
    while (this.tables.length > 0) this.closeTable()
  }

  private openBlock(name: string): void {
    this.flush()
    this.headingLevel = Number(HEADING.exec(name)?.[1] ?? 0)
    this.isCode = name === 'pre'
  }

  private openList(isOrdered: boolean, listStart: number): void {
    this.flush()
    if (this.lists.length === 0) this.writer.startGroup()
    this.lists.push({ isOrdered, count: listStart - 1 })
  }

  private closeList(): void {
    this.flush()
    this.lists.pop()
  }

  private openItem(): void {
    this.flush()
    const list = this.lists.at(-1)
    if (!list) return
    list.count++
    this.isMarkerWritten = false
  }

  private openTable(): void {
    this.flush()
    if (this.tables.length >= MAX_NESTED_TABLES) return
    this.writer.startGroup()
    this.tables.push({ header: [], row: undefined, isHeaderRow: false, rowCount: 0 })
  }

  private openRow(): void {
    this.closeRow()
    const table = this.tables.at(-1)
    if (table) Object.assign(table, { row: [], isHeaderRow: true })
  }

  private openCell(isHeader: boolean): void {
    this.flush()
    const table = this.tables.at(-1)
    if (!table) return
    table.row ??= []
    table.row.push('')
    table.isHeaderRow &&= isHeader
  }

  private closeRow(): void {
    this.flush()
    const table = this.tables.at(-1)
    if (!table?.row) return
    if (table.rowCount++ === 0 && table.isHeaderRow) table.header = table.row
    else this.writer.tableRow(table.header, table.row)
    table.row = undefined
  }

  private closeTable(): void {
    this.closeRow()
    this.tables.pop()
  }

  private flush(): void {
    const content = this.pending.join('')
    this.pending = []
    if (content.trim() === '') return
    const row = this.tables.at(-1)?.row
    if (row) row.push(`${row.pop() ?? ''} ${content}`)
    else if (this.headingLevel > 0) this.writer.heading(this.headingLevel, content)
    else if (this.isCode) this.writer.code(content)
    else if (this.lists.length > 0) this.writeItem(content)
    else this.writer.paragraph(content)
  }

  private writeItem(content: string): void {
    const list = this.lists.at(-1)!
    const marker = list.isOrdered ? `${list.count}. ` : '- '
    this.writer.listItem(this.isMarkerWritten ? '  ' : marker, this.lists.length - 1, content)
    this.isMarkerWritten = true
  }
}
