import { match } from 'pinyin-pro'
import type { PinyinMatch } from './name-match'

/** A chunk of its own: its dictionary weighs more than the rest of the page. */
export const pinyinMatch: PinyinMatch = (name, query) => match(name, query, { precision: 'start' }) !== null
