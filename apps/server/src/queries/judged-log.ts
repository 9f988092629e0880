import { readAddress } from '@parley/dialogue'
import { type AskedQuestion, questionTerms } from '@parley/knowledge'
import type { LogSignals } from '@parley/protocol'
import { sql } from 'kysely'
import type { Actor } from '../actor'
import { selectReadableQuestions } from '../policies/curation-policy'
import type { Services } from '../services'
import { readText } from '../store/content'
import { assistantNames } from './unanswered-questions'

/** The newest are asked again; what is older speaks of documents that have changed since. */
const MOST_ASKED = 100
/** Whoever asks nearly the same again so soon was not helped. */
const AGAIN_MS = 3 * 60_000
/** Share of their words, taken together, that two such questions have in common. */
const ALIKE = 0.5

export interface JudgedLog {
  readonly asked: readonly AskedQuestion[]
  readonly signals: LogSignals
}

/** What was answered from a collection, as far as its words may be read, with what people made of the answers. */
export async function readJudgedLog(services: Services, actor: Actor, collectionId: string): Promise<JudgedLog> {
  const names = await assistantNames(services)
  const answered = await selectAnswered(services, actor, collectionId).execute()
  const since = answered.at(-1)?.asked_at ?? services.store.now()
  const askers = [...new Set(answered.flatMap(({ asker_id }) => asker_id ?? []))]
  const later = askers.length === 0 ? [] : await selectAskedSince(services, actor, since, askers).execute()
  const wordsOf = (row: Parameters<typeof readText>[0]) => readAddress(readText(row), names).text.trim()
  const others = later.map((row) => ({ ...row, terms: questionTerms(wordsOf(row)) }))
  const log = answered
    .map((row) => ({ ...row, words: wordsOf(row) }))
    .filter(({ words }) => words !== '')
    .map((entry) => ({ ...entry, is_asked_again: others.some((other) => isAskedAgain(entry, other)) }))
  return { asked: log.map(judge), signals: countSignals(log) }
}

const selectAnswered = ({ store }: Services, actor: Actor, collectionId: string) =>
  selectReadableQuestions(store.rows, actor)
    .select(['questions.asker_id', 'asked_at', 'document_ids', 'opened_ids', 'is_helpful', 'is_handed_over'])
    .select(['messages.text', 'deleted_at'])
    .where(
      sql<boolean>`exists (select from documents where id = any(questions.document_ids) and collection_id = ${collectionId})`,
    )
    .orderBy('asked_at', 'desc')
    .limit(MOST_ASKED)

/** Whatever became of it: whoever asks again need not get an answer from the same collection, or any. */
const selectAskedSince = ({ store }: Services, actor: Actor, since: Date, askers: readonly string[]) =>
  selectReadableQuestions(store.rows, actor)
    .select(['questions.asker_id', 'asked_at', 'messages.text', 'deleted_at'])
    .where('asked_at', '>', since)
    .where('questions.asker_id', 'in', askers)
    .orderBy('asked_at', 'desc')
    .limit(10 * MOST_ASKED)

interface Logged {
  readonly words: string
  readonly asker_id: string | null
  readonly asked_at: Date
  readonly document_ids: readonly string[]
  readonly opened_ids: readonly string[]
  readonly is_helpful: boolean | null
  readonly is_handed_over: boolean
  readonly is_asked_again: boolean
}

/** What was opened or praised was right; what was first, and did not help, was wrong. */
function judge(entry: Logged): AskedQuestion {
  const { words, document_ids: cited, opened_ids: opened, is_helpful: isHelpful } = entry
  const first = cited.slice(0, 1)
  const isUnhelpful = isHelpful === false || entry.is_handed_over || entry.is_asked_again
  const goodDocumentIds = [...new Set([...opened, ...(isHelpful ? first : [])])]
  return { text: words, goodDocumentIds, badDocumentIds: isUnhelpful && !isHelpful ? first : [] }
}

function countSignals(log: readonly Logged[]): LogSignals {
  const count = (holds: (entry: Logged) => boolean) => log.filter(holds).length
  return {
    helpful: count(({ is_helpful }) => is_helpful === true),
    unhelpful: count(({ is_helpful }) => is_helpful === false),
    opened: count(({ opened_ids }) => opened_ids.length > 0),
    askedAgain: count(({ is_asked_again }) => is_asked_again),
    handedOver: count(({ is_handed_over }) => is_handed_over),
  }
}

interface LaterQuestion {
  readonly asker_id: string | null
  readonly asked_at: Date
  readonly terms: readonly string[]
}

function isAskedAgain({ asker_id, asked_at, words }: Omit<Logged, 'is_asked_again'>, later: LaterQuestion): boolean {
  const waited = later.asked_at.getTime() - asked_at.getTime()
  if (asker_id === null || later.asker_id !== asker_id || waited <= 0 || waited > AGAIN_MS) return false
  const terms = new Set(questionTerms(words))
  const common = later.terms.filter((term) => terms.has(term)).length
  return common >= ALIKE * (terms.size + later.terms.length - common)
}
