import { Users } from 'lucide-react'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import type { Typed } from './find-typed'
import type { Suggestion } from './suggestion'

export interface SuggestionListProps {
  readonly id: string
  readonly kind: Typed['kind']
  readonly suggestions: readonly Suggestion[]
  readonly active: number
  readonly onPick: (suggestion: Suggestion) => void
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`

/** Above the composer; the focus stays in the text. */
export function SuggestionList({ id, kind, suggestions, active, onPick }: SuggestionListProps) {
  const text = useText()
  const label = text(kind === 'mention' ? 'web.composer.mentions' : 'web.composer.emoji')
  return (
    <div className="completion menu" role="listbox" id={id} aria-label={label}>
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text field handles the keys of its list
        <div
          key={suggestion.id}
          id={optionId(id, index)}
          className="menu__item"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          data-highlighted={index === active ? '' : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(suggestion)}
        >
          <Picture picture={suggestion.picture} />
          {suggestion.label}
          {suggestion.note && <span className="menu__key">{suggestion.note}</span>}
        </div>
      ))}
    </div>
  )
}

function Picture({ picture }: Pick<Suggestion, 'picture'>) {
  if (picture === 'everyone' || picture === 'group')
    return <Users size={18} className="completion__sign" aria-hidden="true" />
  if ('user' in picture) return <Avatar user={picture.user} size={22} />
  return (
    <span className="completion__sign" aria-hidden="true">
      {picture.emoji}
    </span>
  )
}
