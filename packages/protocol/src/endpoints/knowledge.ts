import { z } from 'zod'
import { command, query } from '../endpoint'
import { Collection, DocumentPlace, DocumentSummary, DocumentVersion } from '../entities'
import { CollectionId, DocumentId, UserId } from '../ids'
import { nameText } from '../line-text'
import { filledText } from '../well-formed-text'

/** The largest document, in Unicode characters. */
export const DOCUMENT_TEXT_LIMIT = 5_000_000

/** Why a document cannot be taken in. */
export const documentErrors = [
  'unreadable_document',
  'document_empty',
  'document_encoding_unknown',
  'document_too_large',
  'document_too_many_pages',
  'document_encrypted',
  'document_broken',
  'document_without_text',
  'document_format_outdated',
  'document_too_slow',
] as const

/** null: everybody in the workspace. */
const readers = z.array(UserId).max(5000).nullable()

export const DocumentMimeType = z.enum(['text/markdown', 'text/plain', 'text/html'])

export const addDocument = command('knowledge.addDocument', {
  summary: 'Add a document to the knowledge base, as JSON or as multipart/form-data with `file`',
  access: 'signed-in',
  body: z.object({
    title: nameText(300),
    text: filledText(DOCUMENT_TEXT_LIMIT),
    mimeType: DocumentMimeType.default('text/markdown'),
    collectionId: CollectionId.optional(),
    /** Makes it the next version of that document. */
    documentId: DocumentId.optional(),
  }),
  answer: z.object({
    document: DocumentSummary,
    /** `unchanged`: the same file is there already. A file of the same name by the same person is a new version. */
    outcome: z.enum(['added', 'new-version', 'unchanged']).default('added'),
    /** Of a new version: passages that stay as they were. */
    keptPassages: z.int().default(0),
    /** Another document that you may read with the very same content. */
    duplicateOf: z.object({ id: DocumentId, title: z.string() }).nullable().default(null),
  }),
  errors: [...documentErrors, ...(['not_found', 'forbidden', 'payload_too_large', 'unsupported_media_type'] as const)],
})

export const removeDocument = command('knowledge.removeDocument', {
  summary: 'Remove a document; it stops appearing in answers at once',
  access: 'signed-in',
  body: z.object({ documentId: DocumentId }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden'],
})

export const createCollection = command('knowledge.createCollection', {
  summary: 'A named set of documents with its own readers',
  access: 'administrator',
  body: z.object({ name: nameText(80), readerIds: readers.default(null), ownerId: UserId.optional() }),
  answer: z.object({ collection: Collection }),
  errors: ['not_found', 'owner_not_reader'],
})

export const updateCollection = command('knowledge.updateCollection', {
  summary: 'Rename a collection, choose its readers or its owner; for its owner, and administrators who may read it',
  access: 'signed-in',
  body: z.object({
    collectionId: CollectionId,
    name: nameText(80).optional(),
    readerIds: readers.optional(),
    ownerId: UserId.nullable().optional(),
  }),
  answer: z.object({ collection: Collection }),
  errors: ['not_found', 'forbidden', 'owner_not_reader'],
})

export const removeCollection = command('knowledge.removeCollection', {
  summary: 'Remove a collection that holds no documents',
  access: 'signed-in',
  body: z.object({ collectionId: CollectionId }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden', 'collection_in_use'],
})

export const moveDocument = command('knowledge.moveDocument', {
  summary: 'Put a document into another collection; from then on its readers are the ones of that',
  access: 'signed-in',
  body: z.object({ documentId: DocumentId, collectionId: CollectionId }),
  answer: z.object({ document: DocumentSummary }),
  errors: ['not_found', 'forbidden'],
})

export const listDocuments = query('knowledge.list', {
  summary: 'Documents and collections that you may read',
  access: 'signed-in',
  input: z.object({}),
  answer: z.object({ documents: z.array(DocumentSummary), collections: z.array(Collection) }),
  errors: [],
})

export const getDocument = query('knowledge.document', {
  summary: "A document's plain text; the offsets of citations point into it",
  access: 'signed-in',
  input: z.object({ documentId: DocumentId }),
  answer: z.object({
    document: DocumentSummary,
    plainText: z.string(),
    /** Its pages, sheets or slides, and where in the plain text each begins. */
    places: z.array(DocumentPlace.extend({ start: z.int() })).default([]),
    /** Newest first. */
    versions: z.array(DocumentVersion).default([]),
  }),
  errors: ['not_found'],
})
