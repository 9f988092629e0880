import type { EmojiEntry } from './build-emoji-list'
import { searchEmoji } from './search-emoji'

/** In Unicode's order of groups; the second is no group to pick from. */
const groups = [
  'smileys',
  'people',
  null,
  'animals',
  'food',
  'travel',
  'activities',
  'objects',
  'symbols',
  'flags',
] as const

export type EmojiSectionName = NonNullable<(typeof groups)[number]> | 'frequent' | 'found'

export interface EmojiSection {
  readonly name: EmojiSectionName
  readonly entries: readonly EmojiEntry[]
}

const MOST_FOUND = 96

/** What a query finds; without one those picked often, then all by group. */
export function emojiSections(
  list: readonly EmojiEntry[],
  frequent: readonly string[],
  query: string,
): readonly EmojiSection[] {
  if (query.trim() !== '') {
    const entries = searchEmoji(list, query).slice(0, MOST_FOUND)
    return entries.length > 0 ? [{ name: 'found', entries }] : []
  }
  const often = frequent.flatMap((emoji) => list.find((entry) => entry.emoji === emoji) ?? [])
  const all = groups.flatMap((name, group) =>
    name ? [{ name, entries: list.filter((it) => it.group === group) }] : [],
  )
  return [{ name: 'frequent' as const, entries: often }, ...all].filter(({ entries }) => entries.length > 0)
}
