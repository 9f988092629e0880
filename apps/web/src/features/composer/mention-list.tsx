import type { User } from '@parley/protocol'
import { useNames } from '../../app/use-names'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'

export interface MentionListProps {
  readonly id: string
  readonly people: readonly User[]
  readonly active: number
  readonly onPick: (user: User) => void
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`

/** Above the composer; the focus stays in the text. */
export function MentionList({ id, people, active, onPick }: MentionListProps) {
  const text = useText()
  const names = useNames()
  return (
    <div className="mentions menu" role="listbox" id={id} aria-label={text('web.composer.mentions')}>
      {people.map((user, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text field handles the keys of its list
        <div
          key={user.id}
          id={optionId(id, index)}
          className="menu__item"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          data-highlighted={index === active ? '' : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(user)}
        >
          <Avatar user={user} size={22} />
          {names.person(user)}
          {user.aliases[0] && <span className="menu__key">{user.aliases[0]}</span>}
        </div>
      ))}
    </div>
  )
}
