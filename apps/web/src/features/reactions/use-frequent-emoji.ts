import { useCallback, useState } from 'react'
import { useMe, useServices } from '../../app/use-services'
import { countEmoji, emojiCountsKey, frequentEmoji, readEmojiCounts } from './frequent-emoji'

/** The emoji that this person picks most, and a way to count one more. The order stays while they look at it. */
export function useFrequentEmoji(most: number): { frequent: readonly string[]; count(emoji: string): void } {
  const { storage } = useServices()
  const key = emojiCountsKey(useMe().id)
  const [frequent] = useState(() => frequentEmoji(readEmojiCounts(storage.getItem(key)), most))
  const count = useCallback(
    (emoji: string) => storage.setItem(key, JSON.stringify(countEmoji(readEmojiCounts(storage.getItem(key)), emoji))),
    [storage, key],
  )
  return { frequent, count }
}
