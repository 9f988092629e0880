import { newClientId } from '@parley/client'
import type { QueryAnswer } from '@parley/protocol'
import type { Services } from '../../app/services'

/** What every try of the same line has in common: what was done though its answer was lost is not done twice. */
export interface Attempt {
  readonly line: string
  readonly id: string
  /** What the words say about when, as of the first try: "in an hour" counts from then. */
  readTime(words: string): Promise<QueryAnswer<'times.read'>>
}

export function beginAttempt(line: string, { http }: Pick<Services, 'http'>): Attempt {
  const read = new Map<string, QueryAnswer<'times.read'>>()
  return {
    line,
    id: newClientId(),
    readTime: async (text) => {
      const time = read.get(text) ?? (await http.query('times.read', { text }))
      read.set(text, time)
      return time
    },
  }
}
