import { type AnswerSource, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { readableCollectionIds } from '../../policies/access'
import type { Database } from '../../store/database'

type Quotation = CommandInput<'answers.save'>['sources'][number]

/** Quotations that stand, word for word, in documents that the actor may read; each with its document's version. */
export async function quoteSources(
  rows: Database,
  actor: Actor,
  quotations: readonly Quotation[],
): Promise<AnswerSource[]> {
  if (quotations.length === 0) return []
  const readable = await readableCollectionIds(rows, actor)
  const sources: AnswerSource[] = []
  for (const quotation of quotations) sources.push(await quoteSource(rows, readable, quotation))
  return sources
}

/** Of these sources those that stand where the actor may not read: who cannot see them does not take them away. */
export async function hiddenSources(
  rows: Database,
  actor: Actor,
  sources: readonly AnswerSource[],
): Promise<AnswerSource[]> {
  if (sources.length === 0) return []
  const readable = await readableCollectionIds(rows, actor)
  const documents = await rows
    .selectFrom('documents')
    .select(['id', 'collection_id'])
    .where('id', 'in', [...new Set(sources.map(({ documentId }) => documentId))])
    .execute()
  const hidden = new Set(documents.flatMap((row) => (readable.includes(row.collection_id) ? [] : [row.id])))
  return sources.filter(({ documentId }) => hidden.has(documentId))
}

async function quoteSource(rows: Database, readable: readonly string[], quotation: Quotation): Promise<AnswerSource> {
  const { documentId, start, end, quote } = quotation
  const document = await rows
    .selectFrom('documents')
    .select(['title', 'version', 'plain_text'])
    .where('id', '=', documentId)
    .where('collection_id', 'in', readable.length > 0 ? [...readable] : [documentId])
    .executeTakeFirst()
  if (document?.plain_text.slice(start, end) !== quote) {
    throw new ParleyError('not_found', { kind: 'document', id: documentId })
  }
  return { ...quotation, title: document.title, headingPath: [], score: 1, version: document.version }
}
