import type { UnreadableReason } from '@parley/knowledge'
import { type ErrorCode, ParleyError } from '@parley/protocol'

const CODES: Readonly<Record<UnreadableReason, ErrorCode>> = {
  empty: 'document_empty',
  binary: 'unreadable_document',
  'broken-encoding': 'document_encoding_unknown',
  'too-large': 'document_too_large',
  'too-many-pages': 'document_too_many_pages',
  encrypted: 'document_encrypted',
  broken: 'document_broken',
  'no-text': 'document_without_text',
  'old-office': 'document_format_outdated',
  'too-slow': 'document_too_slow',
}

export const unreadable = (reason: UnreadableReason): ParleyError => new ParleyError(CODES[reason], { reason })
