import type { AnswerSource, CuratedAnswer } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { CuratedAnswerTable } from '../store/curation-tables'
import type { Database } from '../store/database'

type Row = Selectable<CuratedAnswerTable>

/** Of these collections, and of no others. */
export const selectAnswers = (rows: Database, collectionIds: readonly string[]) =>
  rows.selectFrom('curated_answers').where('collection_id', 'in', collectionIds.length > 0 ? collectionIds : [NOBODYS])

/** No collection has it. */
const NOBODYS = '00000000-0000-0000-0000-000000000000'

/** As who reads these collections sees them: of what they rest on, what stands in these collections. */
export async function asCuratedAnswers(
  rows: Database,
  found: readonly Row[],
  collectionIds: readonly string[],
): Promise<CuratedAnswer[]> {
  const phrasings = await readPhrasings(rows, found)
  const versions = await readVersions(rows, found.flatMap(sourcesOf))
  return found.map((row) => {
    const isReadable = ({ documentId }: AnswerSource) =>
      collectionIds.includes(versions.get(documentId)?.collectionId ?? '')
    const sources = sourcesOf(row)
    return {
      id: row.id as CuratedAnswer['id'],
      collectionId: row.collection_id as CuratedAnswer['collectionId'],
      ownerId: row.owner_id as CuratedAnswer['ownerId'],
      phrasings: phrasings.get(row.id) ?? [],
      texts: { zh: row.text_zh, en: row.text_en },
      sources: sources.filter(isReadable),
      isOutdated: sources.some(({ documentId, version }) => versions.get(documentId)?.version !== version),
      confirmedBy: row.confirmed_by as CuratedAnswer['confirmedBy'],
      confirmedAt: row.confirmed_at.toISOString(),
      expiresAt: row.expires_at?.toISOString() ?? null,
    }
  })
}

/** What it rests on that stands in these collections as it did when it was confirmed. */
export async function presentSources(rows: Database, row: Row, collectionIds: readonly string[]) {
  const sources = sourcesOf(row)
  const versions = await readVersions(rows, sources)
  return sources.filter(({ documentId, version }) => {
    const present = versions.get(documentId)
    return present?.version === version && collectionIds.includes(present.collectionId)
  })
}

/** Written by this server and by it alone. */
const sourcesOf = ({ sources }: Row) => sources as AnswerSource[]

async function readPhrasings(rows: Database, found: readonly Row[]): Promise<ReadonlyMap<string, string[]>> {
  const byAnswer = new Map<string, string[]>(found.map(({ id }) => [id, []]))
  if (byAnswer.size === 0) return byAnswer
  const all = await rows
    .selectFrom('curated_phrasings')
    .select(['answer_id', 'text'])
    .where('answer_id', 'in', [...byAnswer.keys()])
    .orderBy('position')
    .execute()
  for (const { answer_id, text } of all) byAnswer.get(answer_id)?.push(text)
  return byAnswer
}

async function readVersions(rows: Database, sources: readonly AnswerSource[]) {
  const ids = [...new Set(sources.map(({ documentId }) => documentId))]
  const found =
    ids.length === 0
      ? []
      : await rows.selectFrom('documents').select(['id', 'version', 'collection_id']).where('id', 'in', ids).execute()
  return new Map<string, { version: number; collectionId: string }>(
    found.map(({ id, version, collection_id }) => [id, { version, collectionId: collection_id }]),
  )
}
