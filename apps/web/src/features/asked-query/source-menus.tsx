import { DropdownMenu } from 'radix-ui'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { withChannel, withWriter } from './edit-query'
import { MOST_LISTED, QueryChoice, type QueryMenuProps } from './query-menus'

interface Named {
  readonly id: string
  readonly name: string
  readonly shown: string
}

/** Whose words or documents are wanted. */
export function WriterMenu({ query, onChange }: QueryMenuProps) {
  const names = useNames()
  const users = useSession((session) => session.users)
  const people = [...users.values()]
    .filter(({ kind, isActive }) => kind === 'person' && isActive)
    .map(({ id, name }) => ({ id, name, shown: names.personById(id) }))
  const chosen = query.parts.find((part) => part.kind === 'person' && part.role === 'from')
  return (
    <NamedMenu
      named={people}
      chosenId={chosen?.kind === 'person' ? chosen.ids[0] : undefined}
      onPick={({ id, name }) => onChange(withWriter(query, { ids: [id], name }))}
    />
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
    <NamedMenu
      named={named}
      chosenId={chosen?.kind === 'channel' ? chosen.ids[0] : undefined}
      onPick={({ id, name }) => onChange(withChannel(query, { ids: [id], name }))}
    />
  )
}

interface NamedMenuProps {
  readonly named: readonly Named[]
  readonly chosenId: string | undefined
  readonly onPick: (one: Named) => void
}

function NamedMenu({ named, chosenId = '', onPick }: NamedMenuProps) {
  return (
    <DropdownMenu.RadioGroup value={chosenId}>
      {named
        .toSorted((one, other) => one.shown.localeCompare(other.shown))
        .slice(0, MOST_LISTED)
        .map((one) => (
          <QueryChoice key={one.id} value={one.id} name={one.shown} onSelect={() => onPick(one)} />
        ))}
    </DropdownMenu.RadioGroup>
  )
}
