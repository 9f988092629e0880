import { Plug, SquareSlash, Users } from 'lucide-react'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import type { Typed } from './find-typed'
import type { Suggestion } from './suggestion'
import { useMarkedInView } from './use-marked-in-view'

export interface SuggestionListProps {
  readonly id: string
  readonly kind: Typed['kind']
  readonly suggestions: readonly Suggestion[]
  readonly active: number
  readonly onPick: (suggestion: Suggestion) => void
}

const labels = {
  mention: 'web.composer.mentions',
  emoji: 'web.composer.emoji',
  command: 'web.commands.title',
} as const

export const optionId = (listId: string, index: number): string => `${listId}-${index}`

/** Above the composer; the focus stays in the text. */
export function SuggestionList({ id, kind, suggestions, active, onPick }: SuggestionListProps) {
  const text = useText()
  const label = text(labels[kind])
  const list = useMarkedInView(active)
  return (
    <div className="completion menu" role="listbox" id={id} aria-label={label} data-kind={kind} ref={list}>
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
          <span className="completion__label">{suggestion.label}</span>
          {suggestion.detail && <span className="completion__detail">{suggestion.detail}</span>}
          {suggestion.note && <span className="menu__key">{suggestion.note}</span>}
        </div>
      ))}
    </div>
  )
}

const signs = { everyone: Users, group: Users, command: SquareSlash, integration: Plug } as const

function Picture({ picture }: Pick<Suggestion, 'picture'>) {
  if (typeof picture === 'string') {
    const Sign = signs[picture]
    return <Sign size={18} className="completion__sign" aria-hidden="true" />
  }
  if ('user' in picture) return <Avatar user={picture.user} size={22} />
  return (
    <span className="completion__sign" aria-hidden="true">
      {picture.emoji}
    </span>
  )
}
