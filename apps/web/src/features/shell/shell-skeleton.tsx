import './shell.css'
import { useText } from '../../app/use-text'
import { SkeletonRows } from '../../components/skeleton'

/** The page's outline while its state is on the way, in the final sizes. */
export function ShellSkeleton() {
  const text = useText()
  return (
    <div className="shell" data-view="page" aria-busy="true">
      <div className="sidebar sidebar--skeleton">
        <SkeletonRows height={52} count={6} label={text('web.nav.channels')} />
      </div>
      <main className="shell__page">
        <div className="page-head" />
        <div className="shell__skeleton">
          <SkeletonRows height={72} count={5} label={text('web.app.loading')} />
        </div>
      </main>
    </div>
  )
}
