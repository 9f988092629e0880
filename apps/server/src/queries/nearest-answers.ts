import { setImmediate as nextTurn } from 'node:timers/promises'
import { type NearQuestion, nearestQuestions, type QuestionSketch, sketchQuestion } from '@parley/knowledge'
import type { AssistantServices } from '../services'
import type { Database } from '../store/database'
import { selectAnswers } from './curated-answers'

export interface CurationReader extends Pick<AssistantServices, 'sketchQuestions'> {
  readonly rows: Database
  readonly now: Date
}

export interface Phrasing {
  readonly answerId: string
  readonly text: string
  readonly vector: Buffer | null
}

/** The curated answers of these collections that come nearest to a question, each by its nearest wording, best first. */
export async function nearestAnswers(
  reader: CurationReader,
  question: string,
  collectionIds: readonly string[],
): Promise<NearQuestion<Phrasing>[]> {
  const stored = await readPhrasings(reader, collectionIds)
  if (stored.length === 0) return []
  const { encoderId, vectors } = await reader.sketchQuestions([question])
  const known = await withVectorsOf(reader, encoderId, stored)
  const near = await nearestOfMany(sketchQuestion(question, vectors[0] ?? null), known)
  const seen = new Set<string>()
  return near.filter(({ known: { answerId } }) => !seen.has(answerId) && seen.add(answerId))
}

/** So many wordings are compared before others have their turn: vectors are quickly compared, words are not. */
const AT_ONCE = { byVectors: 1_000, byWords: 50 } as const

async function nearestOfMany<Known extends Phrasing>(
  asked: QuestionSketch,
  known: readonly Known[],
): Promise<NearQuestion<Known>[]> {
  const near: NearQuestion<Known>[] = []
  const step = asked.vector ? AT_ONCE.byVectors : AT_ONCE.byWords
  for (let at = 0; at < known.length; at += step) {
    if (at > 0) await nextTurn()
    near.push(...nearestQuestions(asked, known.slice(at, at + step)))
  }
  return near.sort((a, b) => b.likeness - a.likeness)
}

/** Those that have not expired. */
export const selectCurrent = ({ rows, now }: CurationReader, collectionIds: readonly string[]) =>
  selectAnswers(rows, collectionIds).where((where) =>
    where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]),
  )

const readPhrasings = (reader: CurationReader, collectionIds: readonly string[]) =>
  selectCurrent(reader, collectionIds)
    .innerJoin('curated_phrasings', 'curated_phrasings.answer_id', 'curated_answers.id')
    .select(['curated_phrasings.id', 'answer_id', 'text', 'vector', 'encoder_id'])
    .execute()

type Stored = Awaited<ReturnType<typeof readPhrasings>>

/** So many wordings are read anew for another encoder beside one question. */
const READ_ANEW = 32

/** What another encoder read of them is worth nothing: some are read anew, the rest is compared by its words. */
async function withVectorsOf(reader: CurationReader, encoderId: string | null, stored: Stored): Promise<Phrasing[]> {
  const strange = stored.filter((one) => one.encoder_id !== encoderId).slice(0, READ_ANEW)
  const renewed = encoderId === null ? new Map<string, Buffer | null>() : await readAnew(reader, strange)
  return stored.map(({ id, answer_id, text, vector, encoder_id }) => ({
    ...{ answerId: answer_id, text },
    vector: renewed.get(id) ?? (encoder_id === encoderId ? vector : null),
  }))
}

async function readAnew({ rows, sketchQuestions }: CurationReader, phrasings: Stored) {
  const renewed = new Map<string, Buffer | null>()
  if (phrasings.length === 0) return renewed
  const { encoderId, vectors } = await sketchQuestions(phrasings.map(({ text }) => text))
  for (const [at, { id }] of phrasings.entries()) {
    const vector = vectors[at] ?? null
    renewed.set(id, vector)
    await rows.updateTable('curated_phrasings').set({ vector, encoder_id: encoderId }).where('id', '=', id).execute()
  }
  return renewed
}
