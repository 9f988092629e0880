import { readAddress } from '@parley/dialogue'
import type { AskedQuestion } from '@parley/knowledge'
import { queryTerms } from '@parley/text'
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
const ALIKE = 0.5

/** What was answered from a collection, as far as its words may be read, with what people made of the answers. */
export async function readJudgedLog(services: Services, actor: Actor, collectionId: string): Promise<AskedQuestion[]> {
  const names = await assistantNames(services)
  const found = await selectAnswered(services, actor, collectionId).execute()
  const log = found.map((row) => ({ ...row, text: readAddress(readText(row), names).text.trim() }))
  return log.filter(({ text }) => text !== '').map((entry) => judge(entry, log))
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

type Logged = Awaited<ReturnType<ReturnType<typeof selectAnswered>['execute']>>[number] & { readonly text: string }

/** What was opened or praised was right; what was first, and did not help, was wrong. */
function judge(entry: Logged, log: readonly Logged[]): AskedQuestion {
  const { text, document_ids: cited, opened_ids: opened, is_helpful: isHelpful } = entry
  const first = cited.slice(0, 1)
  const isUnhelpful = isHelpful === false || entry.is_handed_over || log.some((later) => isAskedAgain(entry, later))
  const goodDocumentIds = [...new Set([...opened, ...(isHelpful ? first : [])])]
  return { text, goodDocumentIds, badDocumentIds: isUnhelpful && !isHelpful ? first : [] }
}

function isAskedAgain(entry: Logged, later: Logged): boolean {
  const waited = later.asked_at.getTime() - entry.asked_at.getTime()
  if (entry.asker_id === null || later.asker_id !== entry.asker_id || waited <= 0 || waited > AGAIN_MS) return false
  const terms = new Set(queryTerms(entry.text))
  const again = queryTerms(later.text)
  return again.filter((term) => terms.has(term)).length >= ALIKE * Math.max(1, again.length)
}
