import { parseDocument } from '../parse-document'
import type { ParsedDocument } from '../parsed-document'
import { UnreadableDocumentError } from '../unreadable-document-error'
import { type DetectedFormat, detectFormat } from './detect-format'
import { parseCsv } from './parse-csv'
import { parseDocx } from './parse-docx'
import { parseEmail } from './parse-email'
import { parsePptx } from './parse-pptx'
import { parseXlsx } from './parse-xlsx'
import { parsePdf } from './pdf/parse-pdf'

export interface ExtractedDocument {
  readonly mimeType: string
  readonly parsed: ParsedDocument
  /** Of formats that are text, all of it, to be read anew. */
  readonly text?: string
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'

const MIME_TYPES: Readonly<Record<DetectedFormat['format'], string>> = {
  pdf: 'application/pdf',
  docx: `${OFFICE}.wordprocessingml.document`,
  pptx: `${OFFICE}.presentationml.presentation`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  email: 'message/rfc822',
  csv: 'text/csv',
  html: 'text/html',
  markdown: 'text/markdown',
  text: 'text/plain',
}

/**
 * Reads the text of a file: PDF, Word, PowerPoint, Excel, CSV, e-mail, HTML, Markdown, plain text. May take seconds and
 * much memory: a server does it in a thread that it can end.
 *
 * @throws UnreadableDocumentError
 */
export async function extractDocument(bytes: Uint8Array, fileName: string): Promise<ExtractedDocument> {
  const detected = await detectFormat(bytes, fileName)
  const parsed = await parse(detected, bytes).catch((cause: unknown) => {
    if (cause instanceof UnreadableDocumentError) throw cause
    // Readers of others fail in ways of their own on what is not whole.
    throw new UnreadableDocumentError('broken', { cause })
  })
  if (parsed.blocks.length === 0) throw new UnreadableDocumentError('empty')
  const isText = 'text' in detected && detected.format !== 'csv'
  return { mimeType: MIME_TYPES[detected.format], parsed, ...(isText && { text: detected.text }) }
}

async function parse(detected: DetectedFormat, bytes: Uint8Array): Promise<ParsedDocument> {
  switch (detected.format) {
    case 'pdf':
      return parsePdf(bytes)
    case 'docx':
      return parseDocx(detected.archive)
    case 'pptx':
      return parsePptx(detected.archive)
    case 'xlsx':
      return parseXlsx(detected.archive)
    case 'email':
      return parseEmail(bytes)
    case 'csv':
      return parseCsv(detected.text)
    case 'html':
      return parseDocument({ mimeType: 'text/html', text: detected.text })
    case 'markdown':
      return parseDocument({ mimeType: 'text/markdown', text: detected.text })
    case 'text':
      return parseDocument({ mimeType: 'text/plain', text: detected.text })
  }
}
