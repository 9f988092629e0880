import './health.css'
import { HeartPulse } from 'lucide-react'
import { shortDate } from '../../app/time'
import { useQuery } from '../../app/use-query'
import { useReader } from '../../app/use-reader'
import { useReloadOnVersion } from '../../app/use-reload-on-version'
import { useClient } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { HealthChart } from './health-chart'
import { HealthRow } from './health-row'

/** Which documents somebody should look at, and why. */
export default function HealthPart() {
  const text = useText()
  const reader = useReader()
  const { loaded, reload } = useQuery('knowledge.health', {})
  useReloadOnVersion(
    useClient(({ documentsVersion }) => documentsVersion),
    reload,
  )
  if (loaded.phase === 'loading') return <SkeletonRows height={96} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { documents, total, healthy, counts, comparedAt, hasMore } = loaded.answer
  const compared = comparedAt
    ? text('web.health.compared', { when: shortDate(comparedAt, reader) })
    : text('web.health.notCompared')
  return (
    <>
      <p className="page__intro knowledge__intro">{text('web.health.intro')}</p>
      <p className="health__summary">
        {text('web.health.summary', { total, healthy })} {total > 1 && compared}
      </p>
      {total > 0 && <HealthChart counts={counts} healthy={healthy} total={total} />}
      {documents.length === 0 ? (
        <EmptyState icon={HeartPulse} title={text('web.health.empty')} hint={text('web.health.emptyHint')} />
      ) : (
        <ul className="rows">
          {documents.map((entry) => (
            <HealthRow key={entry.document.id} entry={entry} onChanged={reload} />
          ))}
        </ul>
      )}
      {hasMore && <p className="field__hint">{text('web.health.more', { count: documents.length })}</p>}
    </>
  )
}
