import { readAddress } from '@parley/dialogue'
import { clusterQuestions } from '@parley/knowledge'
import type { Citation, QueryAnswer, QueryInput, QuestionId } from '@parley/protocol'
import { sql } from 'kysely'
import type { Actor } from '../actor'
import { readableCollectionIds } from '../policies/access'
import { requireCurator, selectReadableQuestions } from '../policies/curation-policy'
import type { Services } from '../services'
import { readText } from '../store/content'

type Topic = QueryAnswer<'questions.unanswered'>['topics'][number]

/** The newest of them are put together; what is older has waited for long and is asked again if it matters. */
const MOST_CLUSTERED = 300
const MOST_TOPICS = 50
const MOST_WORDINGS = 5

/** What was not answered, or not well, by topic: what is asked most first. */
export async function listUnanswered(services: Services, actor: Actor): Promise<QueryAnswer<'questions.unanswered'>> {
  const { rows } = services.store
  await requireCurator(rows, actor)
  const found = await selectUnanswered(services, actor).orderBy('asked_at', 'desc').limit(MOST_CLUSTERED).execute()
  const names = await assistantNames(services)
  const questions = found.map((row) => ({ ...row, text: readAddress(readText(row), names).text.trim() }))
  const topics = (await clusterQuestions(questions.filter(({ text }) => text !== ''))).map(asTopic)
  topics.sort((a, b) => b.count - a.count || (a.lastAskedAt < b.lastAskedAt ? 1 : -1))
  return { topics: topics.slice(0, MOST_TOPICS) }
}

const selectUnanswered = ({ store }: Services, actor: Actor) =>
  selectReadableQuestions(store.rows, actor)
    .select(['questions.id', 'questions.asker_id', 'vector', 'is_awaited', 'asked_at', 'messages.text', 'deleted_at'])
    .where('settled_at', 'is', null)
    .where((where) => where.or([where('outcome', '=', 'unknown'), where('is_helpful', '=', false)]))

type Unanswered = Awaited<ReturnType<ReturnType<typeof selectUnanswered>['execute']>>[number]

/** Newest first, as its questions are. */
function asTopic(questions: readonly Unanswered[]): Topic {
  return {
    questionIds: questions.map(({ id }) => id as QuestionId),
    wordings: [...new Set(questions.map(({ text }) => text))].slice(0, MOST_WORDINGS),
    count: questions.length,
    askers: new Set(questions.map(({ asker_id, id }) => asker_id ?? id)).size,
    awaiting: new Set(questions.flatMap(({ asker_id, is_awaited }) => (is_awaited && asker_id) || [])).size,
    lastAskedAt: questions[0]!.asked_at.toISOString(),
  }
}

export async function assistantNames({ store }: Services): Promise<readonly string[]> {
  const assistant = await store.rows
    .selectFrom('users')
    .select(['name', 'aliases'])
    .where('kind', '=', 'assistant')
    .executeTakeFirstOrThrow()
  return [assistant.name, ...assistant.aliases]
}

/** Below this the nearest passage has nothing to do with the question. */
const LEAST_NEAR_CONFIDENCE = 0.1

/** The nearest that the knowledge base holds, as the beginning of an answer. */
export async function suggestAnswer(
  services: Services,
  actor: Actor,
  { question }: QueryInput<'questions.suggest'>,
): Promise<QueryAnswer<'questions.suggest'>> {
  await requireCurator(services.store.rows, actor)
  services.rateLimits.admit('asks', actor.userId)
  const collectionIds = await readableCollectionIds(services.store.rows, actor)
  const answer = await services.library.answer({ question, language: actor.language, collectionIds }, actor.timeZone)
  const isNear = answer.confidence >= LEAST_NEAR_CONFIDENCE
  return { sources: (isNear ? answer.citations : []).map(({ passageId: _, ...citation }) => citation as Citation) }
}

/** How questions fared, day by day, in the actor's zone. */
export async function readOverview(
  { store }: Services,
  actor: Actor,
  { days }: QueryInput<'questions.overview'>,
): Promise<QueryAnswer<'questions.overview'>> {
  await requireCurator(store.rows, actor)
  const { rows: counted } = await sql<QueryAnswer<'questions.overview'>['days'][number]>`
    select to_char(day, 'YYYY-MM-DD') as date,
      count(*) filter (where outcome = 'confirmed')::int as confirmed,
      count(*) filter (where outcome = 'answered')::int as answered,
      count(*) filter (where outcome = 'unknown')::int as unknown,
      count(*) filter (where is_helpful = false)::int as unhelpful,
      count(*) filter (where outcome = 'unknown' and place <> 'public' and not is_awaited)::int as hidden
    from generate_series(
      date_trunc('day', ${store.now()}::timestamptz at time zone ${actor.timeZone}) - make_interval(days => ${days - 1}::int),
      date_trunc('day', ${store.now()}::timestamptz at time zone ${actor.timeZone}), interval '1 day') as day
    left join questions on questions.workspace_id = ${actor.workspaceId}
      and questions.asked_at >= day at time zone ${actor.timeZone}
      and questions.asked_at < (day + interval '1 day') at time zone ${actor.timeZone}
    group by day order by day`.execute(store.rows)
  return { days: counted }
}
