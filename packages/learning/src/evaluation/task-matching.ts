import type { TaskProposal } from '@parley/nlu'
import type { TaskRow } from './task-row'

export type ExpectedTask = TaskRow['expect']['tasks'][number]

/** How many expected tasks were found whole, each by a proposal of its own. */
export function countCorrect(found: readonly TaskProposal[], expected: readonly ExpectedTask[]): number {
  const free = [...found]
  for (const task of expected) {
    const index = free.findIndex((proposal) => isCorrect(proposal, task))
    if (index >= 0) free.splice(index, 1)
  }
  return found.length - free.length
}

const isCorrect = (found: TaskProposal, expected: ExpectedTask) =>
  hasTitle(found, expected) && hasRightAssignee(found, expected) && hasRightDue(found, expected)

const hasTitle = ({ title }: TaskProposal, { title_keywords }: ExpectedTask) =>
  title_keywords.every((keyword) => title.toLowerCase().includes(keyword.toLowerCase()))

export const findByTitle = (found: readonly TaskProposal[], expected: ExpectedTask) =>
  found.find((proposal) => hasTitle(proposal, expected))

export const hasRightAssignee = ({ assigneeId }: TaskProposal, { assignee }: ExpectedTask) => assigneeId === assignee

/** Where a time is expected the instant must be right, where a day is expected the day. */
export function hasRightDue({ due }: TaskProposal, { due: expected }: ExpectedTask): boolean {
  if (due === null || expected === null) return due === expected
  const isDay = !expected.includes('T')
  return isDay ? due.slice(0, 10) === expected : due.includes('T') && Date.parse(due) === Date.parse(expected)
}
