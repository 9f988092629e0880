import { DropdownMenu } from 'radix-ui'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { withChannel, withWriter } from './edit-query'
import { MOST_LISTED, QueryChoice, type QueryMenuProps } from './query-menus'

/** Whose words or documents are wanted. */
export function WriterMenu({ query, onChange }: QueryMenuProps) {
  const names = useNames()
  const users = useSession((session) => session.users)
  const people = [...users.values()]
    .filter(({ kind, isActive }) => kind === 'person' && isActive)
    .map(({ id, name }) => ({ id, name, shown: names.personById(id) }))
  const chosen = query.parts.find((part) => part.kind === 'person' && part.role === 'from')
  return (
    <DropdownMenu.RadioGroup value={(chosen?.kind === 'person' && chosen.ids[0]) || ''}>
      {people
        .toSorted(byShown)
        .slice(0, MOST_LISTED)
        .map(({ id, name, shown }) => (
          <QueryChoice
            key={id}
            value={id}
            name={shown}
            onSelect={() => onChange(withWriter(query, { ids: [id], name }))}
          />
        ))}
    </DropdownMenu.RadioGroup>
  )
}

/** In which channel it was said: those that the reader is in. */
export function ChannelMenu({ query, onChange }: QueryMenuProps) {
  const channels = useSession((session) => session.channels)
  const named = [...channels.values()]
    .map(({ channel }) => channel)
    .filter(({ kind }) => kind !== 'direct')
    .map(({ id, name }) => ({ id, name, shown: `#${name}` }))
  const chosen = query.parts.find(({ kind }) => kind === 'channel')
  return (
    <DropdownMenu.RadioGroup value={(chosen?.kind === 'channel' && chosen.ids[0]) || ''}>
      {named
        .toSorted(byShown)
        .slice(0, MOST_LISTED)
        .map(({ id, name, shown }) => (
          <QueryChoice
            key={id}
            value={id}
            name={shown}
            onSelect={() => onChange(withChannel(query, { ids: [id], name }))}
          />
        ))}
    </DropdownMenu.RadioGroup>
  )
}

const byShown = (one: { readonly shown: string }, other: { readonly shown: string }): number =>
  one.shown.localeCompare(other.shown)
