import english from 'emojibase-data/en/compact.json'
import codes from 'emojibase-data/en/shortcodes/github.json'
import chinese from 'emojibase-data/zh/compact.json'
import { buildEmojiList } from './build-emoji-list'

/** Every emoji. A chunk of its own, fetched when somebody picks one for the first time. */
export const emojiList = buildEmojiList({ zh: chinese, en: english, codes })
