import type { DocumentHealth, HealthReason, QueryAnswer, QueryInput } from '@parley/protocol'
import { sql } from 'kysely'
import type { Actor } from '../actor'
import { readableCollectionIds } from '../policies/access'
import { ownCollectionIds } from '../policies/collection-policy'
import type { Services } from '../services'
import type { Database } from '../store/database'
import type { FindingDetail } from '../store/health-tables'
import { asDocumentSummary, selectDocuments } from './read-documents'

const DAY_MS = 86_400_000
/** What nobody has changed or looked over for a year is likely not all true any more. */
const STALE_MS = 365 * DAY_MS
/** A document has this long to be asked about. */
const UNCITED_MS = 30 * DAY_MS
/** What is worst comes first. */
const ORDER: readonly HealthReason['kind'][] = [
  ...(['contradiction', 'review-due', 'double', 'stale', 'never-cited', 'outdated'] as const),
]

/** Which documents of the collections that the actor looks after should be looked at, and why. */
export async function readDocumentHealth(
  { store }: Services,
  actor: Actor,
  { limit }: QueryInput<'knowledge.health'>,
): Promise<QueryAnswer<'knowledge.health'>> {
  const { rows } = store
  const collectionIds = await ownCollectionIds(rows, actor)
  const documents = collectionIds.length > 0 ? await readAll(rows, collectionIds) : []
  const findings = await readFindings(rows, actor)
  const asked = await readAsked(rows, actor.workspaceId)
  const now = store.now()
  const entries = documents.map((document) => ({
    document: asDocumentSummary(document),
    reviewedAt: document.reviewed_at?.toISOString() ?? null,
    reviewAt: document.review_at?.toISOString() ?? null,
    reasons: [...(findings.get(document.id) ?? []), ...ownReasons(document, asked, now)].sort(byWeight),
  }))
  const ill = entries.filter(({ reasons }) => reasons.length > 0).sort((one, other) => weigh(one) - weigh(other))
  return {
    documents: ill.slice(0, limit),
    hasMore: ill.length > limit,
    ...{ total: documents.length, healthy: documents.length - ill.length, counts: count(ill) },
    comparedAt: await readComparedAt(rows, actor.workspaceId),
  }
}

const readAll = (rows: Database, collectionIds: readonly string[]) =>
  selectDocuments(rows)
    .select(['reviewed_at', 'review_at', 'outdated_at'])
    .where('collection_id', 'in', collectionIds)
    .orderBy('id', 'desc')
    .execute()

/** What was asked about, and since when that is noted; where nothing is noted, nothing can be told. */
interface Asked {
  readonly documentIds: ReadonlySet<string>
  readonly since: Date | null
}

/** Goes through the log of questions once, however many documents there are. */
async function readAsked(rows: Database, workspaceId: string): Promise<Asked> {
  const questions = rows.selectFrom('questions').where('workspace_id', '=', workspaceId)
  const cited = await questions.select(sql<string>`unnest(document_ids)`.as('id')).distinct().execute()
  const first = await questions.select(({ fn }) => fn.min('asked_at').as('at')).executeTakeFirst()
  return { documentIds: new Set(cited.map(({ id }) => id)), since: first?.at ?? null }
}

type Row = Awaited<ReturnType<typeof readAll>>[number]

function ownReasons(row: Row, asked: Asked, now: Date): HealthReason[] {
  if (row.outdated_at) return [{ kind: 'outdated', at: row.outdated_at.toISOString() }]
  const touched = row.reviewed_at && row.reviewed_at > row.changed_at ? row.reviewed_at : row.changed_at
  const isDue = row.review_at !== null && row.review_at <= now
  const noted = asked.since && asked.since > row.created_at ? asked.since : row.created_at
  const isUncited =
    !asked.documentIds.has(row.id) && asked.since !== null && now.getTime() - noted.getTime() > UNCITED_MS
  return [
    ...(isDue ? [{ kind: 'review-due' as const, at: row.review_at?.toISOString() ?? '' }] : []),
    // A date that somebody has set stands for their judgement.
    ...(row.review_at === null && now.getTime() - touched.getTime() > STALE_MS
      ? [{ kind: 'stale' as const, since: touched.toISOString() }]
      : []),
    ...(isUncited ? [{ kind: 'never-cited' as const, since: noted.toISOString() }] : []),
  ]
}

/** By document, what was found beside other documents; of those that the actor may not read nothing is said. */
async function readFindings(rows: Database, actor: Actor): Promise<Map<string, HealthReason[]>> {
  const readable = await readableCollectionIds(rows, actor)
  const byDocument = new Map<string, HealthReason[]>()
  if (readable.length === 0) return byDocument
  const found = await rows
    .selectFrom('document_findings')
    .innerJoin('documents as one', 'one.id', 'document_findings.document_id')
    .innerJoin('documents as other', 'other.id', 'document_findings.other_id')
    .select(['document_id', 'other_id', 'kind', 'detail', 'one.title as one_title', 'other.title as other_title'])
    .where('document_findings.workspace_id', '=', actor.workspaceId)
    .where('one.collection_id', 'in', readable)
    .where('other.collection_id', 'in', readable)
    .where('one.outdated_at', 'is', null)
    .where('other.outdated_at', 'is', null)
    .where(sql<boolean>`dismissed_for is distinct from ${versionsOf('one', 'other')}`)
    .execute()
  for (const row of found) {
    const { quotes: [first, second] = [], likeness = 0 } = row.detail as FindingDetail
    const sides = [
      { id: row.document_id, other: { id: row.other_id, title: row.other_title }, quote: first, otherQuote: second },
      { id: row.other_id, other: { id: row.document_id, title: row.one_title }, quote: second, otherQuote: first },
    ]
    for (const { id, other, quote, otherQuote } of sides) {
      const reason =
        row.kind === 'double' ? { kind: row.kind, other, likeness } : { kind: row.kind, other, quote, otherQuote }
      const reasons = byDocument.get(id) ?? []
      reasons.push(reason as HealthReason)
      byDocument.set(id, reasons)
    }
  }
  return byDocument
}

/** Which texts a finding was made of, as `3/1`. */
export const versionsOf = (one: string, other: string) =>
  sql<string>`${sql.ref(`${one}.version`)} || '/' || ${sql.ref(`${other}.version`)}`

const place = ({ kind }: HealthReason): number => ORDER.indexOf(kind)
const byWeight = (one: HealthReason, other: HealthReason): number => place(one) - place(other)
const weigh = ({ reasons: [first] }: Pick<DocumentHealth, 'reasons'>): number => (first ? place(first) : ORDER.length)

function count(entries: readonly Pick<DocumentHealth, 'reasons'>[]): Record<string, number> {
  const kinds = entries.flatMap(({ reasons }) => [...new Set(reasons.map(({ kind }) => kind))])
  return Object.fromEntries(ORDER.map((kind) => [kind, kinds.filter((one) => one === kind).length]))
}

async function readComparedAt(rows: Database, workspaceId: string): Promise<string | null> {
  const check = await rows
    .selectFrom('document_checks')
    .select('checked_at')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  return check?.checked_at.toISOString() ?? null
}
