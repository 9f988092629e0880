import type { TaskStatus } from '@parley/protocol'

export type TaskCardAction = 'finish' | 'undo' | 'reopen' | 'restore'

const actions: Record<TaskStatus, readonly TaskCardAction[]> = {
  open: ['finish', 'undo'],
  done: ['reopen', 'undo'],
  cancelled: ['restore'],
}

/** What a card offers: the next step of its task, and the way back. */
export const taskCardActions = (status: TaskStatus): readonly TaskCardAction[] => actions[status]
