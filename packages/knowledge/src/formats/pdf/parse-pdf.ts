import { createRequire } from 'node:module'
import path from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { createDocumentWriter, type DocumentWriter, type ParsedDocument } from '../../parsed-document'
import { UnreadableDocumentError } from '../../unreadable-document-error'
import { writeTable } from '../write-table'
import { type Assembled, assembleText } from './assemble-text'
import { dropFurniture } from './drop-furniture'
import { joinLines } from './join-lines'
import { splitColumns } from './page-columns'
import { type Fragment, type Line, linesOf } from './page-lines'
import { findTables } from './page-tables'

const MAX_PAGES = 3_000

/**
 * Text in reading order, with columns, tables, lists, and headings by their size.
 *
 * @throws UnreadableDocumentError `encrypted`, `broken`, `too-many-pages`; `no-text` for pictures of pages.
 */
export async function parsePdf(bytes: Uint8Array): Promise<ParsedDocument> {
  const document = await openPdf(bytes)
  try {
    if (document.numPages > MAX_PAGES) throw new UnreadableDocumentError('too-many-pages')
    const pages = await readPages(document)
    if (pages.every((lines) => lines.length === 0)) throw new UnreadableDocumentError('no-text')
    const blocks = dropFurniture(pages).map((lines) => splitColumns(lines).flatMap(findTables))
    const writer = createDocumentWriter()
    writeAssembled(writer, assembleText(blocks))
    return writer.finish()
  } finally {
    await document.loadingTask.destroy()
  }
}

/** It runs no scripts, makes no code of fonts, and finds the characters of Chinese fonts that are not embedded. */
async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const files = { cMapUrl: `${folder}/cmaps/`, standardFontDataUrl: `${folder}/standard_fonts/`, cMapPacked: true }
  const safe = { isEvalSupported: false, disableFontFace: true, useSystemFonts: false, enableXfa: false }
  // A copy: what it is given is taken away from the caller.
  const task = getDocument({ data: new Uint8Array(bytes), ...files, ...safe, verbosity: VerbosityLevel.ERRORS })
  return task.promise.catch((cause: Error) => {
    throw new UnreadableDocumentError(cause.name === 'PasswordException' ? 'encrypted' : 'broken', { cause })
  })
}

async function readPages(document: PDFDocumentProxy): Promise<Line[][]> {
  const pages: Line[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(linesOf(items.flatMap((item) => ('str' in item ? toFragment(item) : []))))
    page.cleanup()
  }
  return pages
}

interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
}

/** Text that is turned (watermarks, notes in the margin) is left out. */
function toFragment({ str, transform, width }: TextItem): Fragment[] {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform
  const size = Math.hypot(transform[2] ?? 0, d)
  if (size === 0 || Math.abs(b) > Math.abs(a) * 0.3) return []
  return [{ text: str, x, end: x + width, y, size }]
}

function writeAssembled(writer: DocumentWriter, assembled: readonly Assembled[]): void {
  let page = 0
  for (const { block, ...place } of assembled) {
    if (place.page !== page) writer.startPlace('page', place.page)
    page = place.page
    if (block.kind === 'table') writeTable(writer, block.rows)
    else writeText(writer, block)
  }
}

function writeText(
  writer: DocumentWriter,
  { kind, level, marker, lines }: Extract<Assembled['block'], { level: number }>,
): void {
  const text = joinLines(lines.map((line) => line.text))
  if (kind === 'heading') writer.heading(level, text)
  else if (kind === 'paragraph') writer.paragraph(text)
  else writer.listItem(/\d/.test(marker) ? `${marker} ` : '- ', 0, text.slice(marker.length))
}
