import type { User } from '@parley/protocol'
import { SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import { matchesName, matchesPerson } from '../../app/name-match'
import { useFirst } from '../../app/use-first'
import { useNames } from '../../app/use-names'
import { usePinyin } from '../../app/use-pinyin'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { TextField } from '../../components/field'
import { ClosedAccounts } from './closed-accounts'
import { PersonRow } from './person-row'
import { useAccounts } from './use-accounts'
import { usePeople } from './use-people'

/** A list that is seen at a glance needs no search. */
const AT_A_GLANCE = 12

/** Everybody, by name, and a field that finds them. */
export function PeopleList() {
  const text = useText()
  const people = usePeople()
  const [query, setQuery] = useState('')
  const found = useFound(people, query)
  const { shown, left, showMore } = useFirst(found)
  const accounts = useAccounts(shown)
  return (
    <>
      {people.length > AT_A_GLANCE && (
        <TextField label={text('web.direct.search')} type="search" value={query} onValue={setQuery} />
      )}
      {shown.length === 0 && <EmptyState icon={SearchX} title={text('web.direct.none')} />}
      <ul className="rows">
        {shown.map((user) => (
          <PersonRow key={user.id} user={user} account={accounts.get(user.id)} />
        ))}
      </ul>
      {left > 0 && (
        <p className="more">
          <Button onClick={showMore}>{text('web.people.more', { count: left })}</Button>
        </p>
      )}
      {query === '' && <ClosedAccounts />}
    </>
  )
}

function useFound(people: readonly User[], query: string): readonly User[] {
  const names = useNames()
  const pinyin = usePinyin(query !== '')
  return useMemo(
    () => people.filter((user) => matchesPerson(user, query, pinyin) || matchesName(names.person(user), query, pinyin)),
    [people, query, names, pinyin],
  )
}
