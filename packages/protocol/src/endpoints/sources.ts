import { z } from 'zod'
import { DocumentSource, SourceItem, SourceSecret, SourceSettings } from '../document-source'
import { command, query } from '../endpoint'
import { DocumentSummary } from '../entities'
import { CollectionId, DocumentId, SourceId } from '../ids'
import { nameText } from '../line-text'
import { filledText } from '../well-formed-text'
import { DOCUMENT_TEXT_LIMIT, DocumentMimeType, documentErrors } from './knowledge'

const EveryMinutes = z.int().min(5).max(43_200).nullable()
const source = z.object({ source: DocumentSource })
const sourceId = z.object({ sourceId: SourceId })
const settingErrors = [
  ...(['source_directory_forbidden', 'source_address_forbidden', 'source_secret_unsafe'] as const),
  ...(['source_address_with_secret', 'source_missing', 'too_many_sources'] as const),
] as const

export const addSource = command('sources.add', {
  summary: 'Let documents of a folder, a website, a Git repository or a program come into a collection by themselves',
  access: 'signed-in',
  body: z.object({
    /** Without it, the workspace's own. */
    collectionId: CollectionId.optional(),
    name: nameText(80),
    settings: SourceSettings,
    /** Of a private repository. */
    secret: SourceSecret.optional(),
    /** Without it, what is usual for its kind. */
    everyMinutes: EveryMinutes.optional(),
  }),
  answer: source,
  errors: ['not_found', 'forbidden', ...settingErrors],
})

export const updateSource = command('sources.update', {
  summary: 'Rename a source, or change where it looks and how often',
  access: 'signed-in',
  body: sourceId.extend({
    name: nameText(80).optional(),
    /** Of the same kind as before. */
    settings: SourceSettings.optional(),
    /** Another one, or null for none; left out, it stays as long as the repository is on the same server. */
    secret: SourceSecret.nullable().optional(),
    everyMinutes: EveryMinutes.optional(),
  }),
  answer: source,
  errors: ['not_found', 'forbidden', ...settingErrors],
})

export const pauseSource = command('sources.pause', {
  summary: 'Stop a source, also in the middle of its work; what it has taken in stays',
  access: 'signed-in',
  body: sourceId,
  answer: source,
  errors: ['not_found', 'forbidden'],
})

export const resumeSource = command('sources.resume', {
  summary: 'Let a paused source go on',
  access: 'signed-in',
  body: sourceId,
  answer: source,
  errors: ['not_found', 'forbidden'],
})

export const runSource = command('sources.run', {
  summary: 'Look at a source now; a paused one goes on',
  access: 'signed-in',
  body: sourceId.extend({
    /** Also removes what it asked about: most of its documents are gone there. */
    removesAll: z.boolean().default(false),
  }),
  answer: source,
  errors: ['not_found', 'forbidden'],
})

export const removeSource = command('sources.remove', {
  summary: 'Take nothing more in from a source; its documents stay, or go with it',
  access: 'signed-in',
  body: sourceId.extend({ removesDocuments: z.boolean().default(false) }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden'],
})

/** Printable, and nothing that a log or a line would be broken by. */
const DocumentKey = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[^\p{Cc}]+$/u)

export const putDocument = command('sources.putDocument', {
  summary: 'Hand a document in under a key of your own: the same key replaces it, the same content changes nothing',
  access: 'signed-in',
  body: sourceId.extend({
    key: DocumentKey,
    title: nameText(300),
    text: filledText(DOCUMENT_TEXT_LIMIT),
    mimeType: DocumentMimeType.default('text/markdown'),
  }),
  answer: z.object({
    document: DocumentSummary,
    outcome: z.enum(['added', 'new-version', 'unchanged']),
    duplicateOf: z.object({ id: DocumentId, title: z.string() }).nullable(),
  }),
  errors: [...documentErrors, 'not_found', 'forbidden', 'source_full', 'source_paused'],
})

export const withdrawDocument = command('sources.withdrawDocument', {
  summary: 'Take back the document of a key; no answer rests on it when this answers',
  access: 'signed-in',
  body: sourceId.extend({ key: DocumentKey }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden'],
})

export const listSources = query('sources.list', {
  summary: 'Sources of the collections that you look after',
  access: 'signed-in',
  input: z.object({}),
  answer: z.object({
    sources: z.array(DocumentSource),
    /** Collections that you may give a source. */
    collectionIds: z.array(CollectionId),
    /** Beneath which folders may be watched; empty for those who may not. */
    directories: z.array(z.string()),
  }),
  errors: [],
})

export const listSourceItems = query('sources.items', {
  summary: 'What a source holds, and why something of it was not taken in; those that failed come first',
  access: 'signed-in',
  input: z.object({ sourceId: SourceId, limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.object({ items: z.array(SourceItem), hasMore: z.boolean() }),
  errors: ['not_found', 'forbidden'],
})
