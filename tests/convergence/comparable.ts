import type { ClientState } from '@parley/client'

/** What two states of one person can be compared by: only open tasks are part of a fresh one, and no messages are. */
export function comparable(state: ClientState): object {
  return {
    me: state.me,
    users: Object.fromEntries(state.users),
    groups: Object.fromEntries(state.groups),
    channels: Object.fromEntries([...state.channels].map(([id, { window, reading, ...view }]) => [id, view])),
    threads: Object.fromEntries([...state.threads].map(([id, { calledAt, repliedAt, ...thread }]) => [id, thread])),
    saved: [...state.savedMessageIds].sort(),
    scheduled: Object.fromEntries(state.scheduledMessages),
    reminders: Object.fromEntries(state.reminders),
    drafts: Object.fromEntries(state.drafts),
    tasks: [...state.tasks.values()].filter((task) => task.status === 'open').sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
