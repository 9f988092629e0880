import './collected.css'
import type { Message } from '@parley/protocol'
import { useOverlay } from '../../app/use-overlay'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { Dialog } from '../../components/dialog'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { MessageText } from '../conversation/message-text'
import { Moment } from './moment'
import { type Version, versionsOf } from './versions-of'

/** What an edited message said before. */
export function HistoryDialog({ message }: { message: Message }) {
  const text = useText()
  const { close } = useOverlay()
  const { loaded, reload } = useQuery('messages.history', { messageId: message.id })
  return (
    <Dialog title={text('web.history.title')} onClose={close}>
      {loaded.phase === 'loading' && <SkeletonRows height={64} count={2} label={text('web.app.loading')} />}
      {loaded.phase === 'failed' && <Failure error={loaded.error} onRetry={reload} />}
      {loaded.phase === 'ready' && <Versions versions={versionsOf(message, loaded.answer.revisions)} />}
    </Dialog>
  )
}

function Versions({ versions }: { versions: readonly Version[] }) {
  const text = useText()
  return (
    <ol className="versions">
      {versions.map((version, index) => (
        <li key={version.at} className="versions__one">
          <p className="excerpt__facts">
            {index === 0 && <span className="excerpt__author">{text('web.history.now')}</span>}
            <Moment at={version.at} />
          </p>
          <MessageText content={version.text} isEdited={false} />
        </li>
      ))}
    </ol>
  )
}
