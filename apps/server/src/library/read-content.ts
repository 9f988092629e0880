import { type DocumentSegment, extractDocument, type ParsedDocument, readDocument, segmentOf } from '@parley/knowledge'
import type { DocumentToRead } from './document-content'

export interface ReadDocumentContent {
  readonly segment: DocumentSegment
  readonly mimeType: string
  /** What the document can be read from again: its text, or what was extracted of a file. */
  readonly source: string
}

/**
 * Reads a document into a segment without vectors.
 *
 * @throws UnreadableDocumentError
 */
export async function readContent({ id, title, content }: DocumentToRead): Promise<ReadDocumentContent> {
  if ('text' in content) {
    const { mimeType, text } = content
    return { segment: readDocument({ id, title, mimeType, text }), mimeType, source: text }
  }
  if ('extracted' in content) {
    const parsed = JSON.parse(content.extracted) as ParsedDocument
    return { segment: segmentOf({ id, title }, parsed), mimeType: content.mimeType, source: content.extracted }
  }
  const { mimeType, parsed, text } = await extractDocument(content.bytes, content.fileName)
  return { segment: segmentOf({ id, title }, parsed), mimeType, source: text ?? JSON.stringify(parsed) }
}
