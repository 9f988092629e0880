import { Search } from 'lucide-react'
import { useLocation } from 'wouter'
import { useText } from '../../app/use-text'
import { searchPath } from '../search/search-place'
import type { PaletteEntry } from './filter-entries'

/** Whatever was written can be looked for in messages. */
export function useSearchEntries(written: string): readonly PaletteEntry[] {
  const text = useText()
  const [, navigate] = useLocation()
  const query = written.trim()
  const label = query === '' ? text('web.search.open') : text('web.search.for', { query })
  return [
    {
      id: 'search-messages',
      kind: 'message',
      label,
      keywords: [],
      icon: <Search size={16} />,
      run: () => navigate(searchPath({ query })),
    },
  ]
}
