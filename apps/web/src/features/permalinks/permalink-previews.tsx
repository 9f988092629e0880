import './permalinks.css'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { Moment } from '../collected/moment'
import { plainOfMarkdown } from '../conversation/plain-of-markdown'
import { type PermalinkPlace, permalinksIn, placeKey } from './permalinks-in'
import type { Preview } from './preview-store'
import { usePreview } from './use-preview'

/** Below a message: what the messages say that it links to, as far as the reader may read them. */
export function PermalinkPreviews({ content }: { content: string }) {
  const places = useMemo(() => permalinksIn(content, window.location.origin), [content])
  return places.map((place) => <PermalinkPreview key={placeKey(place)} place={place} />)
}

/** Of one size whether it is known, unknown or loading: nothing below it moves. */
function PermalinkPreview({ place }: { place: PermalinkPlace }) {
  const text = useText()
  const preview = usePreview(place)
  if (preview === 'loading') return <div className="preview" aria-busy="true" />
  if (!preview) return <p className="preview preview--none">{text('web.preview.none')}</p>
  return <Known place={place} preview={preview} />
}

function Known({ place, preview: { message, channel } }: { place: PermalinkPlace; preview: Preview }) {
  const text = useText()
  const names = useNames()
  const author = useSession((session) => session.users.get(message.authorId))
  const name = names.personById(message.authorId)
  const words = useMemo(() => plainOfMarkdown(message.text).text, [message.text])
  return (
    <Link className="preview" href={place.path}>
      <span className="visually-hidden">{text('web.preview.open', { name })}</span>
      <span className="preview__facts">
        <Avatar user={author ?? { id: message.authorId, name: '?', kind: 'person' }} size={18} />
        <span className="preview__name">{name}</span>
        <span className="preview__channel">{channel.kind === 'direct' ? '' : names.channel(channel)}</span>
        <Moment at={message.createdAt} />
      </span>
      <span className="preview__text">{words}</span>
    </Link>
  )
}
