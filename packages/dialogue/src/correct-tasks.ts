import type { Bilingual } from './bilingual'
import type { Move, Scene } from './draft'
import { fillTemplate } from './fill-template'
import { formatValue } from './format-value'
import { readTaskCorrection, type TaskCorrection } from './read-task-correction'
import { reason } from './reasons'
import type { Act, ConversationState, RecentTask, TaskChange, UserTurn } from './turn'

const LINES = {
  changed: { zh: '已更改：{changes}', en: 'Changed: {changes}' },
  title: { zh: '标题“{value}”', en: 'title “{value}”' },
  assignee: { zh: '负责人{value}', en: 'assignee {value}' },
  due: { zh: '截止{value}', en: 'due {value}' },
  nobody: { zh: '无', en: 'nobody' },
  none: { zh: '无', en: 'none' },
  undone: { zh: '已撤销任务。', en: 'The task is cancelled.' },
  restored: { zh: '已改回原样。', en: 'Changed back.' },
  task: { zh: '任务：{title}', en: 'Task: {title}' },
  which: {
    zh: '刚才建了 {count} 个任务，要改哪一个？请说“第一个…”“第二个…”，或者“都…”。',
    en: 'I made {count} tasks just now. Which one? Say “the first …”, “the second …”, or “all …”.',
  },
  separator: { zh: '，', en: ', ' },
} satisfies Record<string, Bilingual>

/** A message that corrects a task just made changes that very task, and says what it is now. */
export function correctTasks(scene: Scene): Move | null {
  const { state, turn, text } = scene
  const recent = state.recentTasks
  if (!recent || state.flow !== null) return null
  const correction = readTaskCorrection(text, turn, recent.tasks)
  if (correction === null || !isMeant(correction, recent.tasks)) return null
  const chosen = chosenTasks(correction, recent.tasks)
  return chosen === null ? askWhich(scene, recent.tasks) : change(scene, correction, chosen)
}

/**
 * Whether a message that is not addressed goes on with what the assistant did just before: it answers an open flow, or
 * corrects a task that the last turn made or changed.
 */
export function isAwaited(state: ConversationState, turn: UserTurn): 'flow' | 'correction' | null {
  if (state.flow !== null) return 'flow'
  const { recentTasks } = state
  if (!recentTasks || recentTasks.turnsAgo > 0) return null
  return readTaskCorrection(turn.text, turn, recentTasks.tasks)?.isCued ? 'correction' : null
}

/** A bare "Friday" sets a date that is missing; it changes none that is there. */
function isMeant({ change, isCued }: TaskCorrection, tasks: readonly RecentTask[]): boolean {
  if (isCued || change === 'undo') return true
  return tasks.every(
    (task) =>
      (change.due === undefined || task.due === null) && (change.assigneeId === undefined || task.assigneeId === null),
  )
}

function chosenTasks({ which }: TaskCorrection, tasks: readonly RecentTask[]): readonly RecentTask[] | null {
  if (which === 'all' || tasks.length === 1) return tasks
  const task = which === null ? undefined : tasks[which]
  return task ? [task] : null
}

function askWhich(scene: Scene, tasks: readonly RecentTask[]): Move {
  const text = fillTemplate(LINES.which[scene.language], { count: tasks.length })
  return say(scene, scene.state, text, [], [])
}

/** “Undo that” takes a correction back where there was one; 取消这个任务 always means the task. */
const MEANS_TASK = /取消|作废|删|不做|不建|\b(?:cancel|delete|remove|drop|scrap)\b/i

function change(scene: Scene, { change: wanted }: TaskCorrection, tasks: readonly RecentTask[]): Move {
  const isRestoring = wanted === 'undo' && !MEANS_TASK.test(scene.text) && tasks.every(({ was }) => was !== undefined)
  const changes = tasks.map((task) => (wanted === 'undo' ? (isRestoring ? (task.was ?? {}) : CANCEL) : wanted))
  const after = tasks.map((task, index) => changed(task, changes[index] ?? {}, isRestoring))
  const acts = tasks.map((task, index): Act => ({ kind: 'changeTask', taskId: task.id, change: changes[index] ?? {} }))
  const isUndone = wanted === 'undo' && !isRestoring
  const text = isUndone
    ? LINES.undone[scene.language]
    : isRestoring
      ? LINES.restored[scene.language]
      : told(scene, wanted as TaskChange)
  return say(scene, withRecent(scene.state, tasks, isUndone ? [] : after), text, after, acts)
}

const CANCEL: TaskChange = { status: 'cancelled' }

function changed({ was: _was, ...task }: RecentTask, change: TaskChange, isRestoring: boolean): RecentTask {
  const { title, assigneeId, due } = task
  const after = { ...task, ...change }
  return isRestoring ? after : { ...after, was: { title, assigneeId, due } }
}

function withRecent(
  state: ConversationState,
  before: readonly RecentTask[],
  after: readonly RecentTask[],
): ConversationState {
  const tasks = (state.recentTasks?.tasks ?? []).flatMap((task) => {
    const at = before.indexOf(task)
    return at < 0 ? [task] : (after[at] ?? [])
  })
  const { recentTasks: _recentTasks, ...rest } = state
  return tasks.length === 0 ? rest : { ...rest, recentTasks: { tasks, turnsAgo: 0 } }
}

/** 负责人李娜，截止11月27日（周五） */
function told({ language, turn }: Scene, { title, assigneeId, due }: TaskChange): string {
  const nameOf = (id: string) => turn.situation.directory.find((person) => person.id === id)?.name ?? ''
  const parts = [
    ...(title === undefined ? [] : [fillTemplate(LINES.title[language], { value: title })]),
    ...(assigneeId ? [fillTemplate(LINES.assignee[language], { value: nameOf(assigneeId) })] : []),
    ...(due ? [fillTemplate(LINES.due[language], { value: formatValue(due, language, turn.situation.now) })] : []),
  ]
  return fillTemplate(LINES.changed[language], { changes: parts.join(LINES.separator[language]) })
}

function say(
  scene: Scene,
  state: ConversationState,
  text: string,
  tasks: readonly RecentTask[],
  acts: readonly Act[],
): Move {
  const { language, turn } = scene
  const lines = tasks.map(({ title }) => fillTemplate(LINES.task[language], { title }))
  const names = turn.situation.directory.map(({ name }) => name)
  return {
    state,
    draft: {
      kind: 'task',
      language,
      text: [text, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n'),
      values: [...tasks.map(({ title }) => title), ...names.filter((name) => text.includes(name))],
      citations: [],
      reasons: [reason('correctsTask')],
    },
    acts,
  }
}
