import { UnreadableDocumentError } from './unreadable-document-error'

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'code'

/** A run of the plain text that belongs together. Offsets are UTF-16 into the plain text; list markers are outside. */
export interface Block {
  readonly kind: BlockKind
  readonly start: number
  readonly end: number
  /** Titles of the sections that hold it, outermost first; of a heading, the sections around it. */
  readonly headingPath: readonly string[]
  /** Items of one list and rows of one table share a number. */
  readonly group: number
}

export type PlaceKind = 'page' | 'sheet' | 'slide'

/** Where the text from `start` on stands, until the next place. */
export interface Place {
  readonly kind: PlaceKind
  /** From 1. */
  readonly number: number
  /** A sheet's name. */
  readonly name?: string
  /** UTF-16 into the plain text. */
  readonly start: number
}

export interface ParsedDocument {
  /** What a reader sees, without markup. Every quote is a substring of it. */
  readonly plainText: string
  readonly blocks: readonly Block[]
  /** In order; none where the format knows no pages. */
  readonly places?: readonly Place[]
}

/** Where the text at an offset stands; undefined where the format knows no pages. */
export function placeAt(places: readonly Place[] | undefined, offset: number): Place | undefined {
  return places?.findLast(({ start }) => start <= offset)
}

/** Collects what a format's parser finds, in reading order. White space is collapsed, except in code. */
export interface DocumentWriter {
  heading(level: number, text: string): void
  paragraph(text: string): void
  /** `marker` such as `- ` or `3. ` is written before the block, not into it. `depth` counts from 0. */
  listItem(marker: string, depth: number, text: string): void
  /** With a header each cell is written with its column's name, so that a row can be quoted alone. */
  tableRow(header: readonly string[], cells: readonly string[]): void
  code(text: string): void
  /** The items or rows that follow belong to another list or table. */
  startGroup(): void
  /** What follows stands there. */
  startPlace(kind: PlaceKind, number: number, name?: string): void
  finish(): ParsedDocument
}

const MAX_HEADING_CHARACTERS = 200
const MAX_INDENT = 8
/** What a few megabytes can unfold to is more than any reader means by one document. */
const MAX_CHARACTERS = 10_000_000

export function createDocumentWriter(): DocumentWriter {
  const parts: string[] = []
  const blocks: Block[] = []
  const sections: { level: number; title: string }[] = []
  let headingPath: readonly string[] = []
  const places: Place[] = []
  let nextPlace: Omit<Place, 'start'> | undefined
  let length = 0
  let group = 0

  const append = (kind: BlockKind, prefix: string, text: string) => {
    if (text === '') return
    const isGrouped = kind === 'list-item' || kind === 'table-row'
    const previous = blocks.at(-1)
    const isContinued = isGrouped && previous?.kind === kind && previous.group === group
    if (!isContinued) group++
    const lead = (previous === undefined ? '' : isContinued ? '\n' : '\n\n') + prefix
    parts.push(lead, text)
    const start = length + lead.length
    length = start + text.length
    if (length > MAX_CHARACTERS) throw new UnreadableDocumentError('too-large')
    if (nextPlace) places.push({ ...nextPlace, start: start - prefix.length })
    nextPlace = undefined
    blocks.push({ kind, start, end: length, headingPath, group })
  }

  return {
    heading(level, text) {
      const title = collapse(text).slice(0, MAX_HEADING_CHARACTERS).toWellFormed()
      if (title === '') return
      while (sections.length > 0 && sections[sections.length - 1]!.level >= level) sections.pop()
      headingPath = sections.map((section) => section.title)
      append('heading', '', title)
      sections.push({ level, title })
      headingPath = sections.map((section) => section.title)
    },
    paragraph: (text) => append('paragraph', '', collapse(text)),
    listItem: (marker, depth, text) =>
      append('list-item', '  '.repeat(Math.min(depth, MAX_INDENT)) + marker, collapse(text)),
    tableRow: (header, cells) => append('table-row', '', joinRow(header.map(collapse), cells.map(collapse))),
    code: (text) => append('code', '', storable(text).replace(/^\n+|\s+$/g, '')),
    startGroup: () => {
      group++
    },
    startPlace(kind, number, name) {
      nextPlace = { kind, number, ...(name !== undefined && { name }) }
      group++
    },
    finish: () => ({ plainText: parts.join(''), blocks, ...(places.length > 0 && { places }) }),
  }
}

function collapse(text: string): string {
  return storable(text)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

/** Broken fonts yield characters that no database takes. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** `Office: Berlin; Days: 30`, with Chinese punctuation when the header is Chinese. */
function joinRow(header: readonly string[], cells: readonly string[]): string {
  const isChinese = /\p{Script=Han}/u.test((header.length > 0 ? header : cells).join(''))
  const [colon, semicolon] = isChinese ? ['：', '；'] : [': ', '; ']
  return cells
    .map((cell, column) => (header[column] && cell ? `${header[column]}${colon}${cell}` : cell))
    .filter((cell) => cell !== '')
    .join(semicolon)
}
