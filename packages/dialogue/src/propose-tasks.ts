import type { TaskProposal } from '@parley/nlu'
import type { Language } from '@parley/text'
import type { Bilingual } from './bilingual'
import type { Move, Scene } from './draft'
import { fillTemplate } from './fill-template'
import type { Speech } from './flow-speech'
import { formatValue } from './format-value'
import { percent, reason } from './reasons'

const LINES = {
  one: { zh: '已创建任务：{title}', en: 'Task created: {title}' },
  several: { zh: '已创建 {count} 个任务：', en: '{count} tasks created:' },
  item: { zh: '- {title}', en: '- {title}' },
  assignee: { zh: '负责人：{assignee}', en: 'Assignee: {assignee}' },
  due: { zh: '截止：{due}', en: 'Due: {due}' },
  separator: { zh: '，', en: ', ' },
} satisfies Record<string, Bilingual>

/** Tasks found in the message: they are created, and the reply says what was understood. */
export function proposeTasks(scene: Scene): Move | null {
  const { tasks } = scene.turn
  if (tasks.length === 0) return null
  const confidence = Math.max(...tasks.map((task) => task.confidence))
  const reasons = [reason('taskFound', { percent: percent(confidence) })]
  const { recentTasks: _earlier, ...state } = scene.state
  return {
    state,
    draft: { kind: 'task', language: scene.language, ...summary(scene, tasks), citations: [], reasons },
    acts: tasks.map((task) => ({ kind: 'createTask', task })),
  }
}

/** A task for a named colleague is never mistaken for a request to the assistant ("ask Li Na to order three books"). */
export function proposeTasksForOthers(scene: Scene): Move | null {
  const { tasks, situation } = scene.turn
  const isForOthers = tasks.some(({ assigneeId }) => assigneeId !== null && assigneeId !== situation.speakerId)
  return isForOthers ? proposeTasks(scene) : null
}

function summary(scene: Scene, tasks: readonly TaskProposal[]): Speech {
  const [first] = tasks
  const values = tasks.flatMap((task) => [task.title, assigneeName(scene, task) ?? ''])
  if (tasks.length === 1 && first) {
    const title = fillTemplate(LINES.one[scene.language], { title: first.title })
    return { text: [title, ...particulars(scene, first)].join('\n'), values }
  }
  const items = tasks.map((task) => listItem(scene, task))
  return { text: [fillTemplate(LINES.several[scene.language], { count: tasks.length }), ...items].join('\n'), values }
}

function listItem(scene: Scene, task: TaskProposal): string {
  const { language } = scene
  const title = fillTemplate(LINES.item[language], { title: task.title })
  return [title, ...particulars(scene, task)].join(LINES.separator[language])
}

function particulars(scene: Scene, task: TaskProposal): string[] {
  const { language, turn } = scene
  const assignee = assigneeName(scene, task)
  const due = task.due === null ? null : formatValue(task.due, language, turn.situation.now)
  return [...line('assignee', language, assignee), ...line('due', language, due)]
}

const line = (name: 'assignee' | 'due', language: Language, value: string | null): string[] =>
  value === null ? [] : [fillTemplate(LINES[name][language], { [name]: value })]

const assigneeName = ({ turn }: Scene, { assigneeId }: TaskProposal): string | null =>
  turn.situation.directory.find(({ id }) => id === assigneeId)?.name ?? null
