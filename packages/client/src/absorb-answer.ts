import type { ChannelState, CommandAnswer, CommandName, Message, Task, User } from '@parley/protocol'
import {
  type ClientState,
  withChannelState,
  withChannelView,
  withOpenThread,
  withTasks,
  withUser,
} from './client-state'
import { replaceMessage } from './message-window'
import { threadWithNewer } from './open-thread'

/** What answers to commands may hold that the state holds too. */
interface Parts {
  readonly state?: ChannelState
  readonly task?: Task
  readonly user?: User
  /** Null: there was none to take back. */
  readonly message?: Message | null
}

/**
 * Takes the answer to a command into the state, ahead of the event that will say the same. `gone`: channels left and
 * tasks hidden while the answer was on its way; what it says of them is past.
 */
export function absorbAnswer(
  state: ClientState,
  answer: CommandAnswer<CommandName>,
  gone: ReadonlySet<string> = new Set(),
): ClientState {
  const parts = answer as Parts
  const joined = parts.state && !gone.has(parts.state.channel.id) ? withChannelState(state, parts.state) : state
  const tasked = parts.task && !gone.has(parts.task.id) ? withTasks(joined, [parts.task]) : joined
  const named = parts.user ? withUser(tasked, parts.user) : tasked
  return parts.message ? withNewerMessage(named, parts.message) : named
}

function withNewerMessage(state: ClientState, message: Message): ClientState {
  const view = state.channels.get(message.channelId)
  if (!view) return state
  const window = replaceMessage(view.window, message)
  const shown = window === view.window ? state : withChannelView(state, { ...view, window })
  const held = shown.openThreads.get(message.threadId ?? message.id)
  const thread = held && threadWithNewer(held, message)
  return thread && thread !== held ? withOpenThread(shown, thread) : shown
}
