import type { ConfirmedAnswer } from '@parley/dialogue'
import type { Language } from '@parley/protocol'
import { presentSources } from '../queries/curated-answers'
import { type CurationReader, nearestAnswers, selectCurrent } from '../queries/nearest-answers'

/** What somebody wrote for this very question, from these collections; asked of the database again once it is found. */
export async function findConfirmed(
  reader: CurationReader,
  question: string,
  { language, collectionIds }: { readonly language: Language; readonly collectionIds: readonly string[] },
): Promise<ConfirmedAnswer | null> {
  const [nearest] = await nearestAnswers(reader, question, collectionIds)
  if (!nearest?.isSame) return null
  const row = await selectCurrent(reader, collectionIds)
    .innerJoin('users', 'users.id', 'curated_answers.confirmed_by')
    .selectAll('curated_answers')
    .select('users.name as confirmer_name')
    .where('curated_answers.id', '=', nearest.known.answerId)
    .executeTakeFirst()
  if (!row) return null
  const sources = await presentSources(reader.rows, row, collectionIds)
  return {
    text: { zh: row.text_zh, en: row.text_en }[language] ?? row.text_zh ?? row.text_en ?? '',
    confirmation: { answerId: row.id, by: row.confirmed_by, at: row.confirmed_at.toISOString() },
    confirmerName: row.confirmer_name,
    phrasing: nearest.known.text,
    likeness: nearest.likeness,
    citations: sources.map(({ version: _, place, ...citation }) => ({
      ...{ ...citation, passageId: '' },
      ...(place && { place: { kind: place.kind, number: place.number, ...(place.name && { name: place.name }) } }),
    })),
  }
}
