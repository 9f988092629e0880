import { type KeyboardEvent, useState } from 'react'
import { useCommandSuggestions } from '../commands/use-command-suggestions'
import { findTyped, type Typed } from './find-typed'
import type { Suggestion } from './suggestion'
import { useEmojiSuggestions } from './use-emoji-suggestions'
import { usePeopleSuggestions } from './use-people-suggestions'

export interface Suggestions {
  /** What is being typed at the caret; null when it cannot be completed. */
  readonly typed: Typed | null
  readonly suggestions: readonly Suggestion[]
  readonly active: number
  /** Answers whether the key was for the list. */
  handleKey(event: KeyboardEvent): boolean
}

/** What to offer for the mention, emoji or command at the caret, and which of it is marked. */
export function useSuggestions(
  text: string,
  caret: number,
  onPick: (suggestion: Suggestion, typed: Typed) => void,
): Suggestions {
  const [dismissed, setDismissed] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  const found = findTyped(text, caret)
  const typed = found && found.start !== dismissed ? found : null
  const people = usePeopleSuggestions(typed?.kind === 'mention' ? typed.query : null)
  const emoji = useEmojiSuggestions(typed?.kind === 'emoji' ? typed.query : null)
  const commands = useCommandSuggestions(typed?.kind === 'command' ? typed.query : null)
  const suggestions = { mention: people, emoji, command: commands }[typed?.kind ?? 'mention']
  const marked = Math.min(active, Math.max(0, suggestions.length - 1))
  const handleKey = (event: KeyboardEvent): boolean => {
    if (!typed || suggestions.length === 0) return false
    const picked = suggestions[marked]
    if (event.key === 'ArrowDown') setActive((marked + 1) % suggestions.length)
    else if (event.key === 'ArrowUp') setActive((marked + suggestions.length - 1) % suggestions.length)
    else if (event.key === 'Escape') setDismissed(typed.start)
    else if ((event.key === 'Enter' || event.key === 'Tab') && picked) onPick(picked, typed)
    else return false
    event.preventDefault()
    return true
  }
  return { typed, suggestions, active: marked, handleKey }
}
