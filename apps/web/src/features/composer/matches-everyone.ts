/** What people begin to type who mean everybody in a channel: in words, and 所有人 by pinyin. */
const NAMES = [
  'channel',
  'here',
  'everyone',
  'all',
  '所有人',
  '全体成员',
  'suoyouren',
  'syr',
  'quantichengyuan',
] as const

export const matchesEveryone = (query: string): boolean => NAMES.some((name) => name.startsWith(query.toLowerCase()))
