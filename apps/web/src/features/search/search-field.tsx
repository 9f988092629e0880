import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../app/use-text'
import { SEARCH_FIELD_ID } from './search-place'

/** A pause in writing that long, and the search begins. */
const PAUSE_MS = 250

export interface SearchFieldProps {
  readonly query: string
  readonly onQuery: (query: string) => void
}

export function SearchField({ query, onQuery }: SearchFieldProps) {
  const text = useText()
  const { draft, write, settle } = useDraftQuery(query, onQuery)
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers that people still have do not know <search>
    <form
      role="search"
      className="search-field"
      onSubmit={(event) => {
        event.preventDefault()
        settle()
      }}
    >
      <Search size={16} aria-hidden="true" />
      <input
        id={SEARCH_FIELD_ID}
        type="search"
        className="input search-field__input"
        data-step
        // biome-ignore lint/a11y/noAutofocus: whoever opens this page came to write here
        autoFocus
        autoComplete="off"
        maxLength={500}
        aria-label={text('web.search.label')}
        placeholder={text('web.search.placeholder')}
        value={draft}
        onChange={(event) => write(event.currentTarget.value, (event.nativeEvent as InputEvent).isComposing)}
        onCompositionEnd={(event) => write(event.currentTarget.value, false)}
      />
    </form>
  )
}

/** What stands in the field runs ahead of what is searched for, and never searches for half-composed words. */
function useDraftQuery(query: string, onQuery: (query: string) => void) {
  const [draft, setDraft] = useState(query)
  const asked = useRef(query)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    // Somebody else changed the address: the palette, or Back.
    if (query !== asked.current) setDraft(query)
    asked.current = query
  }, [query])
  const ask = (wanted: string) => {
    clearTimeout(timer.current)
    asked.current = wanted.trim()
    onQuery(wanted.trim())
  }
  const write = (wanted: string, isComposing: boolean) => {
    setDraft(wanted)
    clearTimeout(timer.current)
    if (!isComposing) timer.current = setTimeout(() => ask(wanted), PAUSE_MS)
  }
  return { draft, write, settle: () => ask(draft) }
}
