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

const NONE = { of: '', index: 0 }

/** What to offer for the mention, emoji or command at the caret, and which of it is marked. */
export function useSuggestions(
  text: string,
  caret: number,
  onPick: (suggestion: Suggestion, typed: Typed) => void,
): Suggestions {
  const [dismissed, setDismissed] = useState<number | null>(null)
  const [marked, setMarked] = useState(NONE)
  const found = findTyped(text, caret)
  // What was waved away or marked is so for as long as it stands there, and not for the next message.
  if (found === null && dismissed !== null) setDismissed(null)
  if (found === null && marked !== NONE) setMarked(NONE)
  const typed = found && found.start !== dismissed ? found : null
  const people = usePeopleSuggestions(typed?.kind === 'mention' ? typed.query : null)
  const emoji = useEmojiSuggestions(typed?.kind === 'emoji' ? typed.query : null)
  const commands = useCommandSuggestions(typed?.kind === 'command' ? typed.query : null)
  const suggestions = { mention: people, emoji, command: commands }[typed?.kind ?? 'mention']
  // Whatever is written anew begins at the first: nobody is to be named by a place that was chosen before.
  const said = typed ? `${typed.kind} ${typed.start} ${typed.query}` : ''
  const active = marked.of === said ? Math.min(marked.index, Math.max(0, suggestions.length - 1)) : 0
  const mark = (index: number) => setMarked({ of: said, index })
  const handleKey = (event: KeyboardEvent): boolean => {
    if (!typed || suggestions.length === 0) return false
    const picked = suggestions[active]
    if (event.key === 'ArrowDown') mark((active + 1) % suggestions.length)
    else if (event.key === 'ArrowUp') mark((active + suggestions.length - 1) % suggestions.length)
    else if (event.key === 'Escape') setDismissed(typed.start)
    else if ((event.key === 'Enter' || event.key === 'Tab') && picked) onPick(picked, typed)
    else return false
    event.preventDefault()
    return true
  }
  return { typed, suggestions, active, handleKey }
}
