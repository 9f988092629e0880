import type { MessageId } from '@parley/protocol'
import { ChevronRight } from 'lucide-react'
import { Suspense, useState } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { useText } from '../../app/use-text'
import { SkeletonRows } from '../../components/skeleton'

const AttentionView = lazyPart(() => import('./attention-view'))

/** For the curious, closed at first: nothing is fetched or computed until somebody wants to look. */
export function AttentionSection({ messageId }: { messageId: MessageId }) {
  const text = useText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="panel__section attention" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="attention__summary">
        <ChevronRight size={14} aria-hidden="true" />
        {text('web.attention.title')}
      </summary>
      {isOpen && (
        <Suspense fallback={<SkeletonRows height={56} count={4} label={text('web.app.loading')} />}>
          <AttentionView messageId={messageId} />
        </Suspense>
      )}
    </details>
  )
}
