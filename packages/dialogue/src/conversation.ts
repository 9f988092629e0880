import type { Language } from '@parley/text'
import type { ActiveFlow, ConversationState, RecentTask, Utterance } from './turn'

const MOST_TURNS = 20
const LONGEST_REMEMBERED = 1000
const MOST_PAUSED = 3

/** The state before anything was said. */
export function newConversation(language: Language): ConversationState {
  return { version: 1, language, flow: null, history: [] }
}

/** Adds one utterance, bounded in number and length, so that a stored conversation stays small. */
export function remember(state: ConversationState, utterance: Utterance): ConversationState {
  const kept = { ...utterance, text: utterance.text.slice(0, LONGEST_REMEMBERED) }
  const history = [...state.history, kept].slice(-MOST_TURNS)
  return { ...state, history }
}

/** Puts the open flow aside, to come back to it; the same flow put aside earlier is replaced. */
export function pauseFlow(state: ConversationState): ConversationState {
  const { flow } = state
  if (!flow) return state
  const others = (state.paused ?? []).filter(({ name }) => name !== flow.name)
  return { ...state, flow: null, paused: [...others, flow].slice(-MOST_PAUSED) }
}

/** Takes the flow put aside last up again; `null` when there is none. */
export function takeUpPaused(state: ConversationState): (ConversationState & { flow: ActiveFlow }) | null {
  const flow = state.paused?.at(-1)
  return flow ? { ...state, flow, paused: (state.paused ?? []).slice(0, -1) } : null
}

/**
 * The state with these as the tasks that a correction may mean: what a turn made, by the ids that they were given, or what
 * became of them since. None: there is nothing to correct any more.
 */
export function rememberTasks(state: ConversationState, tasks: readonly RecentTask[]): ConversationState {
  const { recentTasks, ...rest } = state
  return tasks.length === 0 ? rest : { ...rest, recentTasks: { tasks, turnsAgo: recentTasks?.turnsAgo ?? 0 } }
}

/** So many turns about other things may lie between a task and its correction. */
const LONGEST_AGO = 2

/** One turn later: what was made stays correctable for a little while. */
export function ageTasks(before: ConversationState, after: ConversationState): ConversationState {
  const { recentTasks, ...rest } = after
  if (!recentTasks || recentTasks !== before.recentTasks) return after
  const turnsAgo = recentTasks.turnsAgo + 1
  return turnsAgo > LONGEST_AGO ? rest : { ...rest, recentTasks: { ...recentTasks, turnsAgo } }
}
