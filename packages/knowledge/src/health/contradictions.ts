import type { Statement } from './statements'

export interface Contradiction {
  readonly one: Statement
  readonly other: Statement
}

/** What so many documents say of the same is a form, and differs rightly. */
const MOST_ALIKE = 8

/**
 * Pairs of documents that say another number or date of the same: the words are the same, and of their numbers exactly
 * one differs. The first pair of sentences of two documents stands for all.
 */
export function findContradictions(statements: readonly Statement[]): Contradiction[] {
  const byFrame = new Map<string, Statement[]>()
  for (const statement of statements) {
    const alike = byFrame.get(statement.frame)
    if (alike) alike.push(statement)
    else byFrame.set(statement.frame, [statement])
  }
  const found = new Map<string, Contradiction>()
  for (const alike of byFrame.values()) {
    if (alike.length > MOST_ALIKE) continue
    for (const [at, one] of alike.entries()) {
      for (const other of alike.slice(at + 1)) {
        const pair = [one.documentId, other.documentId].sort().join(' ')
        if (!found.has(pair) && contradict(one, other)) found.set(pair, { one, other })
      }
    }
  }
  return [...found.values()]
}

function contradict(one: Statement, other: Statement): boolean {
  if (one.documentId === other.documentId || one.values.length !== other.values.length) return false
  // The same sentence under another heading is about something else.
  if (one.heading !== '' && other.heading !== '' && one.heading !== other.heading) return false
  return one.values.filter((value, at) => value !== other.values[at]).length === 1
}
