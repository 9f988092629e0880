import type { EmojiEntry } from './build-emoji-list'

/** The emoji that a query finds in either language: by its whole name, by how a name begins, by a word, by a part. */
export function searchEmoji(list: readonly EmojiEntry[], query: string): readonly EmojiEntry[] {
  const wanted = plain(query)
  if (wanted === '') return []
  return list
    .flatMap((entry) => {
      const rank = rankOf(entry, wanted)
      return rank === null ? [] : [{ entry, rank }]
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry)
}

const HAN = /\p{Script=Han}/u
/** In Latin a shorter part is in every other word. */
const LONG_PART = 3

function rankOf({ names, codes, words }: EmojiEntry, wanted: string): number | null {
  const called = [...codes, names.zh, names.en].map(plain)
  if (called.includes(wanted)) return 0
  if (called.some((name) => name.startsWith(wanted))) return 1
  if (words.some((word) => word === wanted)) return 2
  if (words.some((word) => word.startsWith(wanted))) return 3
  const isPartEnough = HAN.test(wanted) || wanted.length >= LONG_PART
  return isPartEnough && called.some((name) => name.includes(wanted)) ? 4 : null
}

const plain = (text: string) => text.trim().toLowerCase().replaceAll('_', ' ')
