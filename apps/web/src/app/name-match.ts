import type { User } from '@parley/protocol'

/** How a query and a Chinese name go together by pinyin: `wangwei` and `ww` find 王伟. */
export type PinyinMatch = (name: string, query: string) => boolean

export const noPinyin: PinyinMatch = () => false

/** Whether a query finds a name: by its beginning, a word's beginning, any part in Chinese, or pinyin. */
export function matchesName(name: string, query: string, pinyin: PinyinMatch): boolean {
  const wanted = query.trim().toLowerCase()
  const known = name.toLowerCase()
  if (wanted === '' || known.includes(wanted)) return true
  return /^[a-z ]+$/.test(wanted) && pinyin(name, wanted.replaceAll(' ', ''))
}

export const matchesPerson = (user: User, query: string, pinyin: PinyinMatch): boolean =>
  [user.name, ...user.aliases].some((name) => matchesName(name, query, pinyin))
