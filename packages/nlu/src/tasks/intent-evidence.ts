import type { TaskProposal } from '../task-proposal'
import type { IntentPrediction } from '../understanding'
import type { TaskRequest } from './read-request'

const FOR_TASKS = new Set(['create_task', 'assign_task'])
/** What the writer wants the assistant itself to do, where the classifier is sure of it. */
const FOR_ASSISTANT =
  /^(?:search$|summarise$|translate$|set_reminder$|request_leave$|submit_expense$|book_room$|schedule_meeting$|cancel_meeting$|order_item$|order_book$)/
/** What the writer wants instead of work. */
const AGAINST_TASKS =
  /^(?:ask_|complete_task$|report_progress$|complain$|praise$|greet$|goodbye$|apologise$|confirm$|deny$|cancel$|request_access$|report_it_trouble$|share_document$|propose_decision$)/
const SUPPORT = 0.04
/** A form at least this plain stands against any intent: it names a task, or asks a person by name. */
const PLAIN = 0.8

/** A proposal, with what it was read from. */
export interface ReadProposal {
  readonly proposal: TaskProposal
  readonly request: TaskRequest
  /** Whether the request head holds its sentence to ask for something. */
  readonly isAsked: boolean
}

/** Adds what the classifier thinks: an intent to assign strengthens, another intent drops the weaker forms. */
export function weighByIntent(read: readonly ReadProposal[], intent: IntentPrediction): TaskProposal[] {
  const name = intent.name ?? ''
  if (FOR_TASKS.has(name)) return read.map(({ proposal }) => strengthen(proposal))
  return read.filter((entry) => withstands(entry, name)).map(({ proposal }) => proposal)
}

const strengthen = (task: TaskProposal): TaskProposal => ({
  ...task,
  confidence: Math.min(0.99, task.confidence + SUPPORT),
})

function withstands({ proposal, request, isAsked }: ReadProposal, intent: string): boolean {
  if (request.isExplicit || proposal.confidence >= PLAIN || proposal.due !== null) return true
  const isForPeople = proposal.assigneeId !== null && isAsked
  return isForPeople || (!FOR_ASSISTANT.test(intent) && (isAsked || !AGAINST_TASKS.test(intent)))
}
