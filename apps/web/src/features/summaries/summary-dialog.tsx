import './summaries.css'
import type { ChannelId, MessageId } from '@parley/protocol'
import { useOverlay } from '../../app/use-overlay'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { Dialog } from '../../components/dialog'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { SummaryFoot } from './summary-foot'
import { SummaryParts } from './summary-parts'
import type { SummarySpan } from './summary-span'
import { useSummaryTitle } from './use-summary-title'

export interface SummaryDialogProps {
  readonly channelId: ChannelId
  readonly threadId: MessageId | null
  readonly span: SummarySpan
}

/** What was said in a channel or a thread, for its reader alone until they post it. */
export default function SummaryDialog({ channelId, threadId, span }: SummaryDialogProps) {
  const text = useText()
  const { close } = useOverlay()
  const place = { channelId, ...(threadId && { threadId }) }
  const { loaded, reload } = useQuery('messages.summarize', { ...place, ...span })
  const title = useSummaryTitle(channelId, threadId)
  return (
    <Dialog title={title} onClose={close}>
      <div className="summary">
        {loaded.phase === 'loading' && <SkeletonRows height={44} label={text('web.summary.loading')} />}
        {loaded.phase === 'failed' && <Failure error={loaded.error} onRetry={reload} />}
        {loaded.phase === 'ready' && (
          <>
            <SummaryParts summary={loaded.answer} onLeave={close} />
            <SummaryFoot summary={loaded.answer} title={title} channelId={channelId} threadId={threadId} />
          </>
        )}
      </div>
    </Dialog>
  )
}
