import './moderation.css'
import type { QueryAnswer } from '@parley/protocol'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { usePages } from '../../app/use-pages'
import { useReloadOnVersion } from '../../app/use-reload-on-version'
import { useClient, useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { MoreButton } from '../../components/more-button'
import { Segmented } from '../../components/segmented'
import { SkeletonRows } from '../../components/skeleton'
import { isAdministrator } from '../people/is-administrator'
import { PageHead } from '../shell/page-head'
import { AuditLog } from './audit-log'
import { ReportCard } from './report-card'
import { useReviewTitle } from './use-review-title'

type Tab = 'open' | 'closed' | 'log'

/** What was reported, for those who decide on it, and what was done. */
export default function ReviewPage() {
  const text = useText()
  const title = useReviewTitle()
  const isAdmin = isAdministrator(useMe())
  const [tab, setTab] = useState<Tab>('open')
  const tabs: readonly Tab[] = isAdmin ? ['open', 'closed', 'log'] : ['open', 'closed']
  return (
    <>
      <PageHead hasBack title={title} />
      <main className="page">
        <div className="page__inner">
          <Segmented
            label={title}
            value={tab}
            options={tabs.map((value) => ({ value, label: text(`web.review.${value}`) }))}
            onValue={setTab}
          />
          {tab === 'log' ? <AuditLog /> : <Reports key={tab} status={tab} />}
        </div>
      </main>
    </>
  )
}

function Reports({ status }: { status: 'open' | 'closed' }) {
  const text = useText()
  const pages = usePages('moderation.reports', { status }, reportsAfter)
  const { loaded, reload } = pages
  useReloadOnVersion(
    useClient(({ reportsVersion }) => reportsVersion),
    reload,
  )
  if (loaded.phase === 'loading') return <SkeletonRows height={180} count={2} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const reports = loaded.answer.flatMap((page) => page.reports)
  if (reports.length === 0) {
    return <EmptyState icon={Flag} title={text('web.review.none')} hint={text('web.review.noneHint')} />
  }
  return (
    <>
      <ul className="reports">
        {reports.map((report) => (
          <ReportCard key={report.id} report={report} onDecided={reload} />
        ))}
      </ul>
      <MoreButton pages={pages} label={text('web.review.more')} />
    </>
  )
}

function reportsAfter({ reports, hasMore }: QueryAnswer<'moderation.reports'>) {
  const last = reports.at(-1)
  return hasMore && last ? { before: last.createdAt, beforeReportId: last.id } : null
}
