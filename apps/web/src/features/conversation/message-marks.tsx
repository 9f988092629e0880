import type { Message } from '@parley/protocol'
import { Bookmark, Pin } from 'lucide-react'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'

/** That a message is pinned, and by whom; that the reader has kept it. */
export function MessageMarks({ message: { id, pinnedAt, pinnedBy } }: { message: Message }) {
  const text = useText()
  const names = useNames()
  const isSaved = useSession(({ savedMessageIds }) => savedMessageIds.has(id))
  if (!pinnedAt && !isSaved) return null
  return (
    <p className="message-marks">
      {pinnedAt && (
        <span className="message-marks__one">
          <Pin size={12} aria-hidden="true" />
          {pinnedBy ? text('web.message.pinnedBy', { name: names.personById(pinnedBy) }) : text('web.message.pinned')}
        </span>
      )}
      {isSaved && (
        <span className="message-marks__one">
          <Bookmark size={12} aria-hidden="true" />
          {text('web.message.saved')}
        </span>
      )}
    </p>
  )
}
