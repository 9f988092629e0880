import type { ThreadState } from '@parley/protocol'
import { MessageSquareReply } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { ThreadEntry } from './thread-entry'
import { THREADS_PER_PAGE, useThreadPage } from './use-thread-page'

export function ThreadList() {
  return <Page above={null} />
}

/** One page, and below it the way to the next. `above`: the last thread of the page above. */
function Page({ above }: { above: ThreadState | null }) {
  const text = useText()
  const { loaded, reload } = useThreadPage(above)
  if (loaded.phase === 'loading') return <SkeletonRows height={140} count={4} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') {
    return (
      <div className="page__inner">
        <Failure error={loaded.error} onRetry={reload} />
      </div>
    )
  }
  const { threads } = loaded.answer
  if (threads.length === 0) return above === null ? <NoThreads /> : null
  const last = threads.at(-1)?.thread
  return (
    <>
      <ul className="threads">
        {threads.map((listed) => (
          <ThreadEntry key={listed.root.id} listed={listed} />
        ))}
      </ul>
      {last && threads.length === THREADS_PER_PAGE && <NextPage above={last} />}
    </>
  )
}

function NextPage({ above }: { above: ThreadState }) {
  const text = useText()
  const [isWanted, setIsWanted] = useState(false)
  if (isWanted) return <Page above={above} />
  return (
    <div className="threads__more">
      <Button onClick={() => setIsWanted(true)}>{text('web.threads.more')}</Button>
    </div>
  )
}

function NoThreads() {
  const text = useText()
  return (
    <EmptyState icon={MessageSquareReply} title={text('web.threads.empty')} hint={text('web.threads.emptyHint')}>
      <Link href="/">{text('web.app.toChannels')}</Link>
    </EmptyState>
  )
}
