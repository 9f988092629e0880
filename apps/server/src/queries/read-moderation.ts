import type { QueryAnswer, QueryInput, Report } from '@parley/protocol'
import { sql } from 'kysely'
import type { Actor } from '../actor'
import { selectReviewable } from '../policies/report-policy'
import type { Services } from '../services'
import type { Database } from '../store/database'
import { type ReportContext, readReportContexts } from './report-contexts'

const REPORTS_A_PAGE = 20

export function listReports(
  { store }: Services,
  actor: Actor,
  input: QueryInput<'moderation.reports'>,
): Promise<QueryAnswer<'moderation.reports'>> {
  return store.snapshot(async (rows) => {
    const found = await selectPage(rows, actor, input).execute()
    const page = found.slice(0, REPORTS_A_PAGE)
    const contexts = await readReportContexts(rows, actor, page)
    return {
      reports: page.map((row) => asReport(row, contexts.get(row.id) ?? NO_CONTEXT)),
      openCount: await countOpen(rows, actor),
      hasMore: found.length > REPORTS_A_PAGE,
    }
  })
}

function selectPage(
  rows: Database,
  actor: Actor,
  { status, before, beforeReportId }: QueryInput<'moderation.reports'>,
) {
  const reports = selectReviewable(rows, actor)
    .innerJoin('channels', 'channels.id', 'reports.channel_id')
    .selectAll('reports')
    .select('channels.name as channel_name')
    .where('reports.closed_at', status === 'open' ? 'is' : 'is not', null)
    .orderBy('reports.created_at', 'desc')
    .orderBy('reports.id', 'desc')
    .limit(REPORTS_A_PAGE + 1)
  return before ? reports.where(isListedAfter(new Date(before), beforeReportId)) : reports
}

const isListedAfter = (createdAt: Date, reportId: string | undefined) =>
  reportId === undefined
    ? sql<boolean>`reports.created_at < ${createdAt}`
    : sql<boolean>`(reports.created_at, reports.id) < (${createdAt}, ${reportId}::uuid)`

async function countOpen(rows: Database, actor: Actor): Promise<number> {
  const { count } = await selectReviewable(rows, actor)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('reports.closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

type ReportRow = Awaited<ReturnType<ReturnType<typeof selectPage>['execute']>>[number]
const NO_CONTEXT: ReportContext = { message: null, context: [] }

function asReport(row: ReportRow, { message, context }: ReportContext): Report {
  if (!message) throw new Error(`a report speaks of ${row.message_id}, which is not stored`)
  return {
    id: row.id as Report['id'],
    message,
    channelId: row.channel_id as Report['channelId'],
    channelName: row.channel_name,
    reporterId: row.reporter_id as Report['reporterId'],
    reason: row.reason,
    note: row.note,
    createdAt: row.created_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    closedBy: row.closed_by as Report['closedBy'],
    context,
  }
}
