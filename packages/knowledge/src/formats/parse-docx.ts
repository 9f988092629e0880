import { writeHtml } from '../parse-html'
import { createDocumentWriter, type ParsedDocument } from '../parsed-document'
import type { Archive } from './open-archive'
import { hasHeader } from './write-table'

/** What mammoth reads of a document, as far as it is looked at here. */
interface DocxNode {
  readonly type: string
  readonly value?: string
  readonly children?: readonly DocxNode[]
  readonly isHeader?: boolean
}

/** Headings, lists, tables, notes, without what was deleted under tracked changes; pictures are left out. */
export async function parseDocx(archive: Archive): Promise<ParsedDocument> {
  const { default: mammoth } = await import('mammoth')
  const options = {
    transformDocument: markHeaders,
    styleMap: ["p[style-name='Title'] => h1:fresh"],
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    externalFileAccess: false,
  }
  // Its own way into the zip would unpack without a limit; `file` is what it makes of the others.
  const { value: html } = await mammoth.convertToHtml({ file: asMammothZip(archive) } as never, options)
  const writer = createDocumentWriter()
  writeHtml(writer, html)
  return writer.finish()
}

function asMammothZip(archive: Archive) {
  const read = async (name: string, encoding?: BufferEncoding | 'utf-8') =>
    encoding ? Buffer.from(archive.read(name)).toString(encoding) : archive.read(name)
  return { exists: archive.has, read }
}

/** Few writers say that a table's first row is its header. */
function markHeaders(node: DocxNode): DocxNode {
  const children = node.children?.map(markHeaders)
  if (!children) return node
  if (node.type !== 'table') return { ...node, children }
  const [first, ...others] = children
  const isNamed = first && !children.some((row) => row.isHeader) && hasHeader(children.map(cellsOf))
  return { ...node, children: isNamed ? [{ ...first, isHeader: true }, ...others] : children }
}

const cellsOf = (row: DocxNode): string[] => row.children?.map((cell) => textOf(cell).trim()) ?? []

const textOf = (node: DocxNode): string => node.value ?? node.children?.map(textOf).join('') ?? ''
