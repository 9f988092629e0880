import { type KeyboardEvent, useMemo, useState } from 'react'
import { isComposing } from '../../app/is-composing'
import { emojiList } from './emoji-list'
import { type EmojiSection, emojiSections } from './emoji-sections'
import { useFrequentEmoji } from './use-frequent-emoji'

/** How many stand in a row; the style sheet lays out as many. */
export const COLUMNS = 8

export interface EmojiChoice {
  readonly query: string
  readonly sections: readonly EmojiSection[]
  /** Counted over all sections. */
  readonly active: number
  search(query: string): void
  pick(emoji: string): void
  handleKey(event: KeyboardEvent): void
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }

/** What is offered, which of it is marked, and what the keys of the search field do. */
export function useEmojiChoice(onPick: (emoji: string) => void): EmojiChoice {
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const { frequent, count } = useFrequentEmoji(COLUMNS)
  const sections = useMemo(() => emojiSections(emojiList, frequent, query), [frequent, query])
  const offered = useMemo(() => sections.flatMap(({ entries }) => entries), [sections])
  const pick = (emoji: string) => {
    count(emoji)
    onPick(emoji)
  }
  const handleKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const step = steps[event.key]
    const marked = offered[active]
    if (step) setActive(Math.min(Math.max(0, active + step), Math.max(0, offered.length - 1)))
    else if (event.key === 'Enter' && marked) pick(marked.emoji)
    else return
    event.preventDefault()
  }
  const search = (next: string) => {
    setQuery(next)
    setActive(0)
  }
  return { query, sections, active, search, pick, handleKey }
}
