import type { TaskProposal } from '../task-proposal'
import type { IntentPrediction } from '../understanding'
import type { TaskRequest } from './read-request'

const FOR_TASKS = new Set(['create_task', 'assign_task'])
/** What the writer wants instead, where the classifier is sure of it. */
const AGAINST_TASKS =
  /^(?:ask_|search$|summarise$|translate$|set_reminder$|request_leave$|submit_expense$|book_room$|schedule_meeting$|cancel_meeting$|complete_task$|report_progress$|complain$|praise$|greet$|goodbye$|apologise$|confirm$|deny$|cancel$|order_item$|order_book$|request_access$|report_it_trouble$|share_document$|propose_decision$)/
const SUPPORT = 0.04
/** A form at least this plain stands against any intent: it names a task, or asks a person by name. */
const PLAIN = 0.8

/** Adds what the classifier thinks: an intent to assign strengthens, another intent drops the weaker forms. */
export function weighByIntent(
  proposals: readonly TaskProposal[],
  requests: readonly TaskRequest[],
  intent: IntentPrediction,
): TaskProposal[] {
  const name = intent.name ?? ''
  if (FOR_TASKS.has(name))
    return proposals.map((task) => ({ ...task, confidence: Math.min(0.99, task.confidence + SUPPORT) }))
  if (!AGAINST_TASKS.test(name)) return [...proposals]
  return proposals.filter((task, index) => {
    const request = requests[index]
    return request?.isExplicit === true || task.confidence >= PLAIN || task.due !== null
  })
}
