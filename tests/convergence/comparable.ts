import type { ClientState } from '@parley/client'

/** What two states of one person can be compared by: only open tasks are part of a fresh one, and no messages are. */
export function comparable(state: ClientState) {
  return {
    me: state.me,
    users: Object.fromEntries(state.users),
    channels: Object.fromEntries([...state.channels].map(([id, { window: _, ...view }]) => [id, view])),
    tasks: [...state.tasks.values()].filter((task) => task.status === 'open').sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
