import type { User, UserId } from '@parley/protocol'
import { useState } from 'react'
import { matchesName, matchesPerson } from '../../app/name-match'
import { useFirst } from '../../app/use-first'
import { useNames } from '../../app/use-names'
import { usePinyin } from '../../app/use-pinyin'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { Button } from '../../components/button'
import { TextField } from '../../components/field'

export interface PeoplePickerProps {
  readonly people: readonly User[]
  readonly picked: ReadonlySet<UserId>
  readonly onPicked: (picked: ReadonlySet<UserId>) => void
  readonly limit?: number
}

/** A search field over a list to tick. */
export function PeoplePicker({ people, picked, onPicked, limit = Number.POSITIVE_INFINITY }: PeoplePickerProps) {
  const text = useText()
  const names = useNames()
  const [query, setQuery] = useState('')
  const pinyin = usePinyin(query !== '')
  const found = people.filter(
    (user) => matchesPerson(user, query, pinyin) || matchesName(names.person(user), query, pinyin),
  )
  const { shown, left, showMore } = useFirst(found)
  const toggle = (id: UserId) => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    onPicked(next)
  }
  return (
    <>
      <TextField label={text('web.direct.search')} type="search" value={query} onValue={setQuery} />
      <div className="people-pick">
        {shown.length === 0 && <p className="empty__text">{text('web.direct.none')}</p>}
        {shown.map((user) => (
          <label key={user.id} className="check">
            <input
              type="checkbox"
              checked={picked.has(user.id)}
              disabled={!picked.has(user.id) && picked.size >= limit}
              onChange={() => toggle(user.id)}
            />
            <span className="picked-name">
              <Avatar user={user} size={24} />
              {names.person(user)}
            </span>
          </label>
        ))}
        {left > 0 && <Button onClick={showMore}>{text('web.people.more', { count: left })}</Button>}
      </div>
    </>
  )
}
