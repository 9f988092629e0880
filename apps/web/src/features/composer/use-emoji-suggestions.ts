import { useEffect, useMemo, useState } from 'react'
import { useLanguage } from '../../app/use-services'
import type { EmojiEntry } from '../reactions/build-emoji-list'
import { searchEmoji } from '../reactions/search-emoji'
import { MOST_SUGGESTED, type Suggestion } from './suggestion'

/** The emoji that a query names, once their list is here; none for null. */
export function useEmojiSuggestions(query: string | null): readonly Suggestion[] {
  const language = useLanguage()
  const list = useEmojiList(query !== null)
  return useMemo(() => {
    const found = query === null ? [] : searchEmoji(list, query).slice(0, MOST_SUGGESTED)
    return found.map(
      ({ emoji, names, codes }): Suggestion => ({
        id: emoji,
        label: names[language],
        note: codes[0] ? `:${codes[0]}:` : '',
        picture: { emoji },
        inserted: emoji,
      }),
    )
  }, [list, query, language])
}

const NONE: readonly EmojiEntry[] = []

/** Fetched when first wanted. */
function useEmojiList(isWanted: boolean): readonly EmojiEntry[] {
  const [list, setList] = useState(NONE)
  useEffect(() => {
    if (!isWanted) return
    import('../reactions/emoji-list')
      .then(({ emojiList }) => setList(emojiList))
      // Without it the colon stays a colon.
      .catch(() => undefined)
  }, [isWanted])
  return list
}
