/** The states that something can be in, as the graph calls them. */
export const STATUSES = ['delayed', 'on-hold', 'cancelled', 'done', 'live', 'at-risk', 'on-track', 'down'] as const
export type Status = (typeof STATUSES)[number]

const WORDS: readonly (readonly [Status, RegExp])[] = [
  [
    'delayed',
    /^(?:delayed|late|behind schedule|postponed|slipp\w+|slips|is slipping|is running late|running late|延期|推迟|延误)/i,
  ],
  ['on-hold', /^(?:on hold|paused|暂停|搁置)/i],
  ['cancelled', /^(?:cancell?ed|取消)/i],
  ['done', /^(?:finished|completed?|done|完成)/i],
  ['live', /^(?:live|has gone live|went live|上线)/i],
  ['at-risk', /^(?:at risk|有风险)/i],
  ['on-track', /^(?:on track|正常推进)/i],
  ['down', /^(?:broken|down|挂|宕机|故障)/i],
]

/** The state that a text begins with, and how many characters name it. */
export function readStatus(text: string): { readonly status: Status; readonly length: number } | undefined {
  for (const [status, pattern] of WORDS) {
    const found = pattern.exec(text)
    if (found) return { status, length: found[0].length }
  }
  return undefined
}

/** The state that a word such as "delayed" or 延期 means. */
export const statusNamed = (word: string): Status | undefined => readStatus(word.trim())?.status
