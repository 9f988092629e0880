import type { Pages } from '../app/use-pages'
import { Button } from './button'
import { Failure } from './failure'

/** At the end of a list that is read page after page: the next one, or why it did not come. */
export function MoreButton({ pages, label }: { pages: Pages<unknown>; label: string }) {
  const { hasMore, more } = pages
  if (!hasMore) return null
  const run = () => void more.run()
  return (
    <>
      {more.error !== null && <Failure error={more.error} onRetry={run} />}
      <p className="more">
        <Button data-step disabled={more.isRunning} onClick={run}>
          {label}
        </Button>
      </p>
    </>
  )
}
