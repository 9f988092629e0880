import type { User } from '@parley/protocol'
import { Hash, Lock } from 'lucide-react'
import { useId, useState } from 'react'
import { matchesName } from '../../app/name-match'
import { useFirst } from '../../app/use-first'
import { usePinyin } from '../../app/use-pinyin'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { Button } from '../../components/button'
import { TextField } from '../../components/field'
import { type Destination, destinationKey } from './use-destinations'

export interface DestinationPickerProps {
  readonly destinations: readonly Destination[]
  readonly picked: Destination | null
  readonly onPicked: (picked: Destination) => void
}

/** A search field over channels and people, one of which is chosen. */
export function DestinationPicker({ destinations, picked, onPicked }: DestinationPickerProps) {
  const text = useText()
  const group = useId()
  const [query, setQuery] = useState('')
  const pinyin = usePinyin(query !== '')
  const found = destinations.filter(({ names }) => names.some((name) => matchesName(name, query, pinyin)))
  const { shown, left, showMore } = useFirst(found)
  return (
    <fieldset className="destinations">
      <legend className="visually-hidden">{text('web.share.to')}</legend>
      <TextField label={text('web.share.search')} type="search" value={query} onValue={setQuery} />
      <div className="people-pick">
        {shown.length === 0 && <p className="empty__text">{text('web.share.none')}</p>}
        {shown.map((destination) => (
          <label key={destinationKey(destination)} className="check">
            <input
              type="radio"
              name={group}
              checked={picked !== null && destinationKey(picked) === destinationKey(destination)}
              onChange={() => onPicked(destination)}
            />
            <span className="picked-name">
              <Sign destination={destination} />
              {destination.names[0]}
            </span>
          </label>
        ))}
        {left > 0 && <Button onClick={showMore}>{text('web.people.more', { count: left })}</Button>}
      </div>
    </fieldset>
  )
}

function Sign({ destination }: { destination: Destination }) {
  if (destination.kind === 'person') return <Avatar user={destination.user as User} size={24} />
  const Icon = destination.isPrivate ? Lock : Hash
  return <Icon size={18} className="destinations__sign" aria-hidden="true" />
}
