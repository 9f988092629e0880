import { z } from 'zod'
import { DocumentHealth } from '../document-health'
import { command, query } from '../endpoint'
import { DocumentId } from '../ids'
import { Instant } from '../instant'

export const readDocumentHealth = query('knowledge.health', {
  summary: 'Which documents of the collections that you look after should be looked at, and why; the worst come first',
  access: 'signed-in',
  input: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
  answer: z.object({
    documents: z.array(DocumentHealth),
    /** More are to be looked at than `limit`. */
    hasMore: z.boolean(),
    /** Documents that you look after, and how many of them there is nothing to say of. */
    total: z.int(),
    healthy: z.int(),
    /** For how many documents each reason holds. */
    counts: z.record(z.string(), z.int()),
    /** When they were last compared with each other. */
    comparedAt: Instant.nullable(),
  }),
  errors: [],
})

export const reviewDocument = command('knowledge.reviewDocument', {
  summary: 'Say that a document is still right, and until when; you are reminded then',
  access: 'signed-in',
  body: z.object({ documentId: DocumentId, nextAt: Instant.nullable() }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden', 'time_out_of_range'],
})

export const setDocumentOutdated = command('knowledge.setOutdated', {
  summary: 'Keep a document to be read, and let no answer rest on it; or let answers rest on it again',
  access: 'signed-in',
  body: z.object({ documentId: DocumentId, isOutdated: z.boolean() }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden'],
})

export const dismissFinding = command('knowledge.dismissFinding', {
  summary: 'Say that two documents are right to be alike, or to differ, until one of them changes',
  access: 'signed-in',
  body: z.object({ documentId: DocumentId, otherId: DocumentId, kind: z.enum(['double', 'contradiction']) }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden'],
})
