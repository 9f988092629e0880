import type { ReactNode } from 'react'
import { matchesName, type PinyinMatch } from '../../app/name-match'

export interface PaletteEntry {
  readonly id: string
  readonly kind: 'channel' | 'person' | 'entity' | 'message' | 'command'
  readonly label: string
  /** Other names that find it: aliases, the same in the other language. */
  readonly keywords: readonly string[]
  readonly icon: ReactNode
  run(): void
}

/** What a query finds, the first fifty of each kind; entries whose label begins with it come first. */
export function filterEntries(
  entries: readonly PaletteEntry[],
  query: string,
  pinyin: PinyinMatch,
): readonly PaletteEntry[] {
  const wanted = query.trim().toLowerCase()
  const found = entries.filter((entry) =>
    [entry.label, ...entry.keywords].some((name) => matchesName(name, wanted, pinyin)),
  )
  const begins = (entry: PaletteEntry) => Number(entry.label.toLowerCase().startsWith(wanted))
  return firstOfEachKind(wanted === '' ? found : found.toSorted((one, other) => begins(other) - begins(one)))
}

/** Of thousands of people nobody looks at more: the next letter finds them. */
const MOST_OF_A_KIND = 50

function firstOfEachKind(entries: readonly PaletteEntry[]): readonly PaletteEntry[] {
  const counts = new Map<PaletteEntry['kind'], number>()
  return entries.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return count <= MOST_OF_A_KIND
  })
}
