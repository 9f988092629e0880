import type { SourceDocument } from './answer-types'
import { checkReadable } from './decode-document'
import { parseHtml } from './parse-html'
import { parseMarkdown } from './parse-markdown'
import { parsePlainText } from './parse-plain-text'
import type { ParsedDocument } from './parsed-document'
import { UnreadableDocumentError } from './unreadable-document-error'

const PARSERS: Readonly<Record<SourceDocument['mimeType'], (text: string) => ParsedDocument>> = {
  'text/markdown': parseMarkdown,
  'text/html': parseHtml,
  'text/plain': parsePlainText,
}

/**
 * Reads a document into plain text and its blocks.
 *
 * @throws UnreadableDocumentError when the text is empty, binary or broken, or when nothing readable is in it.
 */
export function parseDocument(document: Pick<SourceDocument, 'mimeType' | 'text'>): ParsedDocument {
  const parsed = PARSERS[document.mimeType](checkReadable(document.text))
  if (parsed.blocks.length === 0) throw new UnreadableDocumentError('empty')
  return parsed
}
