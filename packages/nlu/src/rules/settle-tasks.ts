import type { TaskProposal } from '../task-proposal'
import { type Settled, unsettled } from './rule-reading'
import { type FiringRule, outcomesOf, settleRules } from './settle-rules'

/** The tasks that may be proposed: all that were read, or none where a rule says so. */
export function settleTasks(
  read: readonly TaskProposal[],
  firing: readonly FiringRule[],
): Settled<readonly TaskProposal[]> {
  if (firing.length === 0) return unsettled(read)
  const probability = Math.max(0, ...read.map(({ confidence }) => confidence))
  return {
    value: [],
    applied: outcomesOf(firing, settleRules(firing), () => read.length > 0),
    model: [{ about: 'task', value: read.length > 0 ? String(read.length) : null, probability }],
  }
}
