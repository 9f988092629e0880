import { Waypoints } from 'lucide-react'
import { useDeferredValue } from 'react'
import { useLocation } from 'wouter'
import { pinyinMatch } from '../../app/pinyin'
import { textIn } from '../../app/texts'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { entityIcons } from '../graph/entity-look'
import { graphPath } from '../graph/graph-path'
import { filterEntries, type PaletteEntry } from './filter-entries'

const MOST = 5
/** One letter is in the name of half the graph. */
const SHORTEST = 2

/** The page of the graph, and what is in it by name; people stand among the people already. */
export function useEntityEntries(written: string): readonly PaletteEntry[] {
  const text = useText()
  const [, navigate] = useLocation()
  const name = useDeferredValue(written.trim())
  const isAsked = name.length >= SHORTEST
  const { loaded } = useQuery('graph.find', isAsked ? { name: name.slice(0, 120), limit: MOST } : null)
  const page: PaletteEntry = {
    id: 'graph',
    kind: 'entity',
    label: text('web.graph.palette.all'),
    keywords: [textIn('zh', 'web.graph.palette'), textIn('en', 'web.graph.palette')],
    icon: <Waypoints size={16} />,
    run: () => navigate(graphPath()),
  }
  const found = isAsked && loaded.phase === 'ready' ? loaded.answer.entities : []
  return [
    ...filterEntries([page], written, pinyinMatch),
    ...found
      .filter(({ userId }) => userId === null)
      .map(({ id, kind, name: label }): PaletteEntry => {
        const Icon = entityIcons[kind]
        const run = () => navigate(graphPath(id))
        return { id, kind: 'entity', label, keywords: [], icon: <Icon size={16} />, run }
      }),
  ]
}
