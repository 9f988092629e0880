import type { Message } from '@parley/protocol'

/**
 * A task's card says what its message says, in one quiet line, whatever became of the task. A second paragraph is about
 * something else.
 */
export const isSaidByCard = ({ card, text }: Pick<Message, 'card' | 'text'>): boolean =>
  card?.kind === 'task' && card.taskIds.length > 0 && !text.includes('\n\n')
