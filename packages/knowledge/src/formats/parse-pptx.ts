import { createDocumentWriter, type DocumentWriter, type ParsedDocument } from '../parsed-document'
import { UnreadableDocumentError } from '../unreadable-document-error'
import type { Archive } from './open-archive'
import { childOf, descendants, parseXml, type XmlElement } from './parse-xml'
import { relationshipsOf } from './relationships'
import { writeTable } from './write-table'

const MAX_SLIDES = 3_000
const PRESENTATION = 'ppt/presentation.xml'

/** Slides in the order they are shown, each under its title, with what the speaker noted. */
export async function parsePptx(archive: Archive): Promise<ParsedDocument> {
  const targets = await relationshipsOf(archive, PRESENTATION)
  const slides = descendants(await parseXml(archive.text(PRESENTATION)), 'sldId')
  if (slides.length > MAX_SLIDES) throw new UnreadableDocumentError('too-many-pages')
  const writer = createDocumentWriter()
  for (const [at, { attributes }] of slides.entries()) {
    // Both `id` and `r:id` have that local name, and the last one written is the relationship's.
    const part = targets.get(attributes.id ?? '')
    if (part === undefined || !archive.has(part)) continue
    writer.startPlace('slide', at + 1)
    await writeSlide(writer, archive, part)
  }
  return writer.finish()
}

async function writeSlide(writer: DocumentWriter, archive: Archive, part: string): Promise<void> {
  const slide = await parseXml(archive.text(part))
  const shapes = shapesOf(slide)
  const title = shapes.find(isTitle)
  if (title) writer.heading(1, paragraphsOf(title).map(textOf).join(' '))
  for (const shape of shapes) if (shape !== title) writeShape(writer, shape)
  const notes = [...(await relationshipsOf(archive, part)).values()].find((name) => name.includes('/notesSlides/'))
  if (notes && archive.has(notes)) await writeNotes(writer, archive.text(notes))
}

async function writeNotes(writer: DocumentWriter, xml: string): Promise<void> {
  const body = shapesOf(await parseXml(xml)).filter((shape) => placeholderOf(shape)?.type === 'body')
  for (const paragraph of body.flatMap(paragraphsOf)) writer.paragraph(textOf(paragraph))
}

const shapesOf = (slide: XmlElement): XmlElement[] =>
  slide.children.flatMap((child) => (child.name === 'sp' || child.name === 'graphicFrame' ? [child] : shapesOf(child)))

const placeholderOf = (shape: XmlElement): Readonly<Record<string, string>> | undefined =>
  descendants(shape, 'ph')[0]?.attributes

const isTitle = (shape: XmlElement): boolean => /^(?:title|ctrTitle)$/.test(placeholderOf(shape)?.type ?? '')

/** Dates, slide numbers and footers stand on every slide and say nothing of it. */
const isFurniture = (shape: XmlElement): boolean => /^(?:dt|sldNum|ftr)$/.test(placeholderOf(shape)?.type ?? '')

function writeShape(writer: DocumentWriter, shape: XmlElement): void {
  if (isFurniture(shape)) return
  for (const table of descendants(shape, 'tbl')) writeTable(writer, rowsOf(table))
  const body = childOf(shape, 'txBody')
  if (!body) return
  // In the body of a slide every paragraph is a point; a box drawn beside it is prose.
  const isList = placeholderOf(shape) !== undefined && paragraphsOf(body).length > 1
  writer.startGroup()
  for (const paragraph of paragraphsOf(body)) writeParagraph(writer, paragraph, isList)
}

function writeParagraph(writer: DocumentWriter, paragraph: XmlElement, isList: boolean): void {
  const properties = childOf(paragraph, 'pPr')
  const isMarked = properties?.children.some(({ name }) => name === 'buChar' || name === 'buAutoNum')
  if (isList || isMarked) writer.listItem('- ', Number(properties?.attributes.lvl ?? 0), textOf(paragraph))
  else writer.paragraph(textOf(paragraph))
}

const rowsOf = (table: XmlElement): string[][] =>
  descendants(table, 'tr').map((row) => descendants(row, 'tc').map((cell) => paragraphsOf(cell).map(textOf).join(' ')))

const paragraphsOf = (element: XmlElement): XmlElement[] => descendants(element, 'p')

const textOf = (paragraph: XmlElement): string =>
  paragraph.children.map((run) => (run.name === 'br' ? ' ' : run.name === 't' ? run.text : textOf(run))).join('')
