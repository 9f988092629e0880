import type { SourceDocument } from '@parley/knowledge'

/** A document as it comes in, or as it was kept. */
export type DocumentContent =
  | Pick<SourceDocument, 'mimeType' | 'text'>
  /** A file whose format its bytes tell. */
  | { readonly fileName: string; readonly bytes: Uint8Array }
  /** What was extracted of a file of that type: its parsed document as JSON. */
  | { readonly mimeType: string; readonly extracted: string }

export interface DocumentToRead {
  readonly id: string
  readonly title: string
  readonly content: DocumentContent
}
