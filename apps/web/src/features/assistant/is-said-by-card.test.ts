import { type MessageCard, TaskId } from '@parley/protocol'
import { expect, it } from 'vitest'
import { isSaidByCard } from './is-said-by-card'

const taskId = TaskId.parse('00000000-0000-7000-8000-000000000001')
const taskCard: MessageCard = {
  kind: 'task',
  citations: [],
  confidence: null,
  reasons: [],
  taskIds: [taskId],
  repliesTo: null,
}

it('lets the card stand for a message about a task, which it does for a task that is not known, too', () => {
  expect(isSaidByCard({ card: taskCard, text: 'Noted.' })).toBe(true)
})

it.each([
  ['a message without a card', null, 'Noted.'],
  ['a card without a task', { ...taskCard, taskIds: [] }, 'Noted.'],
  ['a hand-over, whose words say more than its task', { ...taskCard, kind: 'handoff' as const }, 'Noted.'],
  ['a message with a second paragraph', taskCard, 'Noted.\n\nWhat else?'],
])('keeps the words of %s', (_, card, text) => {
  expect(isSaidByCard({ card, text })).toBe(false)
})
