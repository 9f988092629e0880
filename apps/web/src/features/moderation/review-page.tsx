import './moderation.css'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from '../../app/use-query'
import { useReloadOnVersion } from '../../app/use-reload-on-version'
import { useClient, useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
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
  const [before, setBefore] = useState<string | undefined>()
  const { loaded, reload } = useQuery('moderation.reports', { status, ...(before && { before }) })
  useReloadOnVersion(
    useClient(({ reportsVersion }) => reportsVersion),
    reload,
  )
  if (loaded.phase === 'loading') return <SkeletonRows height={180} count={2} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { reports, hasMore } = loaded.answer
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
      {hasMore && <Button onClick={() => setBefore(reports.at(-1)?.createdAt)}>{text('web.review.more')}</Button>}
    </>
  )
}
