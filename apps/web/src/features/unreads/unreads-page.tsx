import '../conversation/conversation.css'
import '../conversation/message.css'
import './unreads.css'
import { CheckCheck } from 'lucide-react'
import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { PageHead } from '../shell/page-head'
import { UnreadGroup } from './unread-group'
import { placeKey, type UnreadPlace } from './unread-places'
import { useMarkPlaces } from './use-mark-places'
import { usePlaceKeys } from './use-place-keys'
import { useUnreadPlaces } from './use-unread-places'

/** Each place is read from the server: a hundred of them only when they are asked for. */
const PLACES_AT_ONCE = 12

/** Everything that was not read, channel by channel and thread by thread. */
export default function UnreadsPage() {
  const text = useText()
  const places = useUnreadPlaces()
  const markPlaces = useMarkPlaces()
  return (
    <>
      <PageHead
        hasBack
        title={text('web.unreads.title')}
        subtitle={text('web.unreads.places', { count: places.length })}
      >
        {places.length > 0 && (
          <Button onClick={() => markPlaces(places)}>
            <CheckCheck size={16} aria-hidden="true" />
            {text('web.unreads.markAllRead')}
          </Button>
        )}
      </PageHead>
      <main className="page">{places.length > 0 ? <Places places={places} /> : <AllRead />}</main>
    </>
  )
}

function Places({ places }: { places: readonly UnreadPlace[] }) {
  const text = useText()
  const markPlaces = useMarkPlaces()
  const [limit, setLimit] = useState(PLACES_AT_ONCE)
  usePlaceKeys(
    useCallback((key) => markPlaces(places.filter((place) => placeKey(place) === key)), [markPlaces, places]),
  )
  return (
    <div className="unreads">
      <p className="unreads__hint">{text('web.unreads.keys')}</p>
      {places.slice(0, limit).map((place) => (
        <UnreadGroup key={placeKey(place)} place={place} onRead={() => markPlaces([place])} />
      ))}
      {places.length > limit && (
        <Button onClick={() => setLimit(limit + PLACES_AT_ONCE)}>{text('web.unreads.more')}</Button>
      )}
    </div>
  )
}

function AllRead() {
  const text = useText()
  return (
    <EmptyState icon={CheckCheck} title={text('web.unreads.empty')} hint={text('web.unreads.emptyHint')}>
      <Link href="/">{text('web.app.toChannels')}</Link>
    </EmptyState>
  )
}
