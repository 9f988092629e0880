import type { Slot } from '@parley/nlu'
import { foldTraditional } from '@parley/text'
import { splitIntoWords } from './split-into-words'
import type { RecentTask, TaskChange, UserTurn } from './turn'

/** What a message would have changed in a task just made. */
export interface TaskCorrection {
  readonly change: TaskChange | 'undo'
  /** Position of the task that is meant, where the message says it; `all` for every one of them. */
  readonly which: number | 'all' | null
  /** It says that something changes ("make it Friday"); a bare "Friday" may say something else. */
  readonly isCued: boolean
}

const LONGEST = 80
const split = (words: string) => words.split('|')
const CUES = split(
  '不对|不是|不|错了|改成|改为|改到|改给|改|换成|换给|换|推迟到|提前到|延到|延期到|挪到|放到|调到|交给|分给|分配给|派给|指派给|转给|给|让|由|还是|应该是|应为|no|nope|not|wrong|make|change|move|push|postpone|shift|set|bring|assign|reassign|give|hand|pass|instead|rather|actually|meant|mean|说错了|我是说|我说的是|should be|make that',
)
const FRAME = split(
  "请|麻烦|你|那|就|把|它|这个|那个|任务|待办|时间|截止|截止日期|截止时间|日期|期限|负责人|是|到|在|来|去|做|负责|处理|跟进|完成|交|吧|呢|啊|的|了|一下|前|之前|以前|可以|可以吗|吗|好吗|行吗|sorry|oh|please|can|could|you|we|it|that|this|the|task|one|to|for|by|before|until|on|at|is|be|due|date|deadline|due date|deadline is|assignee|owner|a|and|then|let|us|lets|let's|say|do|does|take|takes|takes it|takes care of it|i|should|will|must|needs to|over|up|back|out|forward|off",
)
const ALL = split('都|全部|两个都|all|both|all of them|them')
const WORDS = new Set([...CUES, ...FRAME, ...ALL])
const LONGEST_WORD = Math.max(...[...WORDS].map((word) => word.length))

const UNDO_ZH =
  /^(?:不|哎呀?|啊|那|还是|先|算了)?[，,、\s]*(?:请|把|帮我)?(?:刚才|刚刚|这个|那个|这条|上一个|它|都)?的?(?:那?[个条])?(?:任务|待办)?(?:先|给)?(?:算了|撤销|撤回|取消|作废|删掉|删除|删|不要了|不用了|不做了|不建了)(?:吧|了|掉)*(?:刚才|刚刚|这个|那个|这条|上一个|它)?的?(?:那?[个条])?(?:任务|待办|修改|更改)?(?:吧|了)?[\s。.!！]*$/
const UNDO_EN =
  /^(?:(?:no|oh|sorry|actually|please|wait|ok)[,.\s]+){0,3}(?:undo|cancel|delete|remove|drop|scrap|forget|revert|take back|never ?mind)(?: (?:it|that|this|them|about|all|both|the|last|task|tasks|change|one|please|again)){0,5}[\s.!]*$/i
const TITLE =
  /^(?:不[是对]?[，,\s]*)?(?:把)?(?:任务)?(?:的)?(?:标题|名字|名称|内容)(?:改成|改为|换成|应该是|应为|是)[：:\s]*(.{2,120})$|^(?:no[,\s]+)?(?:please )?(?:rename (?:it|that|the task) (?:to|as)|change the (?:title|name) to|call it|the title should be)[:\s]+(.{2,120})$/i

/**
 * Reads a message that does nothing but correct a task just made: 改成周五, "no, assign it to Li Na", 算了. Whatever says
 * more than that is something else, and `null`.
 */
export function readTaskCorrection(
  text: string,
  { understanding, situation }: UserTurn,
  tasks: readonly RecentTask[],
): TaskCorrection | null {
  const said = text.trim()
  if (said.length > LONGEST || tasks.length === 0) return null
  if (UNDO_ZH.test(foldTraditional(said)) || UNDO_EN.test(said))
    return { change: 'undo', which: whichOf(said), isCued: true }
  const title = titleIn(said)
  if (title !== null) return { change: { title }, which: null, isCued: true }
  const slots = understanding.slots.filter(isUsable)
  const rest = restOf(text, slots)
  const words = rest === null ? null : splitIntoWords(rest.text, WORDS, LONGEST_WORD)
  if (words === null || rest === null) return null
  const change = changeOf(text, slots, tasks[rest.which === null ? 0 : Number(rest.which)] ?? tasks[0], situation.now)
  const isForAll = words.some((word) => ALL.includes(word))
  return change && { change, which: isForAll ? 'all' : rest.which, isCued: words.some((word) => CUES.includes(word)) }
}

const isUsable = ({ value }: Slot) => /^(?:date|datetime|dateRange|time|person)$/.test(value.type)

const ORDINAL = /第([一二三四五12345])[个条]?(?:任务)?|\b(?:the )?(first|second|third|fourth|last)(?: (?:one|task))?\b/i
const ORDINALS: Readonly<Record<string, number>> = {
  一: 0,
  二: 1,
  三: 2,
  四: 3,
  五: 4,
  first: 0,
  second: 1,
  third: 2,
  fourth: 3,
}

function whichOf(text: string): TaskCorrection['which'] {
  if (/都|全部|\b(?:all|both|them)\b/i.test(text)) return 'all'
  const [, zh, en] = ORDINAL.exec(text) ?? []
  const named = zh ?? en?.toLowerCase()
  if (named === undefined || named === 'last') return null
  return ORDINALS[named] ?? Number(named) - 1
}

/** The message less its values and the place of the task that it names. */
function restOf(text: string, slots: readonly Slot[]) {
  if (slots.length === 0) return null
  const bare = slots.reduce(
    (rest, { start, end }) => `${rest.slice(0, start)}${' '.repeat(end - start)}${rest.slice(end)}`,
    text,
  )
  const plain = foldTraditional(bare.normalize('NFKC'))
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[@?？:]/g, ' ')
  return { text: plain.replace(ORDINAL, ' '), which: ORDINAL.test(plain) ? whichOf(plain) : null }
}

function titleIn(said: string): string | null {
  const [, zh, en] = TITLE.exec(said) ?? []
  const title = (zh ?? en)?.replace(/^["“「《]|["”」》]?[。.!！]?$/g, '').trim()
  return title ? title : null
}

function changeOf(text: string, slots: readonly Slot[], task: RecentTask | undefined, now: string): TaskChange | null {
  const due = dueIn(slots, task, now)
  const people = slots.filter(({ value }) => value.type === 'person')
  const assigneeId = people.length === 0 ? null : personIn(text, people)
  if ((people.length > 0 && assigneeId === null) || (people.length === 0 && due === null)) return null
  return { ...(due !== null && { due }), ...(assigneeId !== null && { assigneeId }) }
}

const DENIED = /(?:不是|别给|不给|而非|\bnot(?: to)?|\binstead of|\brather than)\s*@?$/i

/** The one person that is named and not denied: 不是王伟，是李娜. */
function personIn(text: string, people: readonly Slot[]): string | null {
  const meant = people.filter(({ start }) => !DENIED.test(text.slice(0, start)))
  const ids = meant.flatMap(({ value }) => (value.type === 'person' ? value.personIds : []))
  return ids.length === 1 ? (ids[0] ?? null) : null
}

/** A day from today on; a time alone stays on the day that the task is due, or today. */
function dueIn(slots: readonly Slot[], task: RecentTask | undefined, now: string): string | null {
  const today = now.slice(0, 10)
  const values = slots.map(({ value }) => value)
  const time = values.find((value) => value.type === 'time')?.time
  const moment = values.find((value) => value.type === 'datetime')?.datetime
  const day =
    values.find((value) => value.type === 'date')?.date ?? values.find((value) => value.type === 'dateRange')?.end
  const date = day ?? (time === undefined ? undefined : (task?.due?.slice(0, 10) ?? today))
  const due = moment ?? (date !== undefined && time !== undefined ? `${date}T${time}:00${now.slice(OFFSET_AT)}` : date)
  return due === undefined || due.slice(0, 10) < today ? null : due
}

/** Where the offset stands in 2026-11-24T05:17:00+08:00. */
const OFFSET_AT = 19
