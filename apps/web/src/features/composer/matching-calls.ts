/** What people begin to type who mean many at once: in words, and in Chinese by pinyin. */
const NAMES = {
  everyone: ['channel', 'everyone', 'all', '所有人', '全体成员', 'suoyouren', 'syr', 'quantichengyuan'],
  present: ['here', '在线成员', 'zaixianchengyuan', 'zxcy'],
} as const

type Call = keyof typeof NAMES
const CALLS = Object.keys(NAMES) as Call[]

/** Of everybody in the channel and those who are there now, whom a query may mean. */
export const matchingCalls = (query: string): readonly Call[] =>
  CALLS.filter((call) => NAMES[call].some((name) => name.startsWith(query.toLowerCase())))
