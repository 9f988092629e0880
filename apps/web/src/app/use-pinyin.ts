import { useEffect, useState } from 'react'
import { noPinyin, type PinyinMatch } from './name-match'

/** Pinyin matching once its dictionary is here; it is fetched when first wanted. */
export function usePinyin(isWanted: boolean): PinyinMatch {
  const [pinyin, setPinyin] = useState<{ match: PinyinMatch }>({ match: noPinyin })
  useEffect(() => {
    if (!isWanted) return
    import('./pinyin')
      .then(({ pinyinMatch }) => setPinyin({ match: pinyinMatch }))
      // Without it names are still found by their own characters.
      .catch(() => undefined)
  }, [isWanted])
  return pinyin.match
}
