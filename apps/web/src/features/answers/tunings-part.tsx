import './tunings.css'
import { SlidersHorizontal } from 'lucide-react'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { TuningRow } from './tuning-row'

/** How each collection's search weighs words and meaning, what the log would say to another weight, and the way back. */
export function TuningsPart() {
  const text = useText()
  return (
    <section className="tunings" aria-labelledby="tunings-title">
      <h2 id="tunings-title" className="tunings__title">
        {text('web.tunings.title')}
      </h2>
      <p className="page__intro">{text('web.tunings.intro')}</p>
      <Collections />
    </section>
  )
}

function Collections() {
  const text = useText()
  const { loaded, reload } = useQuery('answers.tunings', {})
  if (loaded.phase === 'loading') return <SkeletonRows height={96} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { collections } = loaded.answer
  if (collections.length === 0) {
    return (
      <EmptyState icon={SlidersHorizontal} title={text('web.tunings.empty')} hint={text('web.tunings.emptyHint')} />
    )
  }
  return (
    <ul className="rows">
      {collections.map((tuning) => (
        <TuningRow key={tuning.collectionId} tuning={tuning} onChanged={reload} />
      ))}
    </ul>
  )
}
