import { type Task, TaskId, UserId } from '@parley/protocol'
import { expect, it } from 'vitest'
import { countWaiting, selectTasks } from './select-tasks'

const id = (end: number) => `00000000-0000-7000-8000-${String(end).padStart(12, '0')}`
const me = UserId.parse(id(1))
const other = UserId.parse(id(2))

const task = (title: string, part: Partial<Task> = {}): Task => ({
  id: TaskId.parse(id(title.length)),
  title,
  assigneeId: me,
  due: null,
  status: 'open',
  createdBy: me,
  channelId: null,
  sourceMessageId: null,
  origin: 'person',
  reasons: [],
  createdAt: '2026-11-20T10:00:00Z',
  completedAt: null,
  version: 1,
  ...part,
})
const titles = (tasks: readonly Task[]) => tasks.map(({ title }) => title)

it('lists mine: given to me, or made by me for nobody yet', () => {
  const tasks = [task('mine'), task('theirs', { assigneeId: other }), task('nobody’s', { assigneeId: null })]
  expect(titles(selectTasks(tasks, { whose: 'mine', which: 'open' }, me))).toEqual(['mine', 'nobody’s'])
  expect(selectTasks(tasks, { whose: 'all', which: 'open' }, me)).toHaveLength(3)
})

it('puts the soonest due first and those without a date last', () => {
  const tasks = [task('none'), task('late', { due: '2026-12-01' }), task('soon', { due: '2026-11-27T15:00:00Z' })]
  expect(titles(selectTasks(tasks, { whose: 'all', which: 'open' }, me))).toEqual(['soon', 'late', 'none'])
})

it('lists what was done last first, and never what was taken back', () => {
  const tasks = [
    task('first', { status: 'done', completedAt: '2026-11-21T10:00:00Z' }),
    task('second', { status: 'done', completedAt: '2026-11-22T10:00:00Z' }),
    task('gone', { status: 'cancelled' }),
  ]
  expect(titles(selectTasks(tasks, { whose: 'all', which: 'done' }, me))).toEqual(['second', 'first'])
})

it('counts on the badge what the list of mine shows', () => {
  const tasks = [
    task('mine'),
    task('nobody’s, by me', { assigneeId: null }),
    task('nobody’s, by another', { assigneeId: null, createdBy: other }),
    task('by me for another', { assigneeId: other }),
    task('mine and done', { status: 'done' }),
    task('mine and taken back', { status: 'cancelled' }),
  ]
  const listed = selectTasks(tasks, { whose: 'mine', which: 'open' }, me)
  expect(titles(listed)).toEqual(['mine', 'nobody’s, by me'])
  expect(countWaiting(tasks, me)).toBe(listed.length)
})
