import type { SlotValue } from '@parley/nlu'
import { describe, expect, it } from 'vitest'
import { isAwaited } from './correct-tasks'
import { Conversation, turnOf } from './testing/conversation-of'

const day = (date: string): SlotValue => ({ type: 'date', date })
const at = (time: string): SlotValue => ({ type: 'time', time })
const person = (id: string, name: string): SlotValue => ({ type: 'person', personIds: [id], name })
const task = { title: '发布清单', assigneeId: 'wang-wei', due: '2026-11-27', confidence: 0.9, evidence: [] } as const
const second = { ...task, title: '价格页面' } as const

async function talkAfter(language: 'zh' | 'en', tasks: readonly (typeof task | typeof second)[] = [task]) {
  const talk = new Conversation(language)
  await talk.say(language === 'zh' ? '请把发布清单分配给王伟' : 'Assign the release checklist to Wei', { tasks })
  return talk
}

describe('a correction of the task just made', () => {
  it.each([
    ['改成周四', { 周四: day('2026-11-26') }, { due: '2026-11-26' }],
    ['不，应该是下周一之前', { 下周一: day('2026-11-30') }, { due: '2026-11-30' }],
    ['可以改到周四吗？', { 周四: day('2026-11-26') }, { due: '2026-11-26' }],
    ['改成下午三点前', { 下午三点: at('15:00') }, { due: '2026-11-27T15:00:00+08:00' }],
    ['不，给李娜', { 李娜: person('li-na', 'Li Na') }, { assigneeId: 'li-na' }],
    [
      '换成李娜来做吧，周四前',
      { 李娜: person('li-na', 'Li Na'), 周四: day('2026-11-26') },
      { assigneeId: 'li-na', due: '2026-11-26' },
    ],
    ['不是王伟，是李娜', { 王伟: person('wang-wei', '王伟'), 李娜: person('li-na', 'Li Na') }, { assigneeId: 'li-na' }],
    ['标题改成更新发布清单', {}, { title: '更新发布清单' }],
    ['算了', {}, { status: 'cancelled' }],
    ['把这个任务取消吧', {}, { status: 'cancelled' }],
    ['算了，取消这个任务', {}, { status: 'cancelled' }],
    ['撤销刚才的任务', {}, { status: 'cancelled' }],
  ] as const)('in Chinese: %s', async (text, values, change) => {
    const { reply, acts } = await (await talkAfter('zh')).say(text, { values })
    expect(acts).toEqual([{ kind: 'changeTask', taskId: 'task-1', change }])
    expect(reply.kind).toBe('task')
    expect(reply.text).toContain('发布清单')
  })

  it.each([
    ['make it Thursday', { Thursday: day('2026-11-26') }, { due: '2026-11-26' }],
    ['No, by Thursday please', { Thursday: day('2026-11-26') }, { due: '2026-11-26' }],
    ['Can you move it to Thursday?', { Thursday: day('2026-11-26') }, { due: '2026-11-26' }],
    ['no, assign it to Li Na', { 'Li Na': person('li-na', 'Li Na') }, { assigneeId: 'li-na' }],
    ['actually, give that to Li Na instead', { 'Li Na': person('li-na', 'Li Na') }, { assigneeId: 'li-na' }],
    ['Sorry, I meant Li Na', { 'Li Na': person('li-na', 'Li Na') }, { assigneeId: 'li-na' }],
    ['rename it to "ship the release"', {}, { title: 'ship the release' }],
    ['undo that', {}, { status: 'cancelled' }],
    ['never mind', {}, { status: 'cancelled' }],
    ['please delete the task', {}, { status: 'cancelled' }],
  ] as const)('in English: %s', async (text, values, change) => {
    const { reply, acts } = await (await talkAfter('en')).say(text, { values })
    expect(acts).toEqual([{ kind: 'changeTask', taskId: 'task-1', change }])
    expect(reply.kind).toBe('task')
  })

  it('says what changed, in a paragraph of its own beside the card', async () => {
    const talk = await talkAfter('zh')
    expect((await talk.say('改成周四', { values: { 周四: day('2026-11-26') } })).reply.text).toBe(
      '已更改：截止11月26日（周四）\n\n任务：发布清单',
    )
    expect((await talk.say('不，给李娜', { values: { 李娜: person('li-na', 'Li Na') } })).reply.text).toBe(
      '已更改：负责人Li Na\n\n任务：发布清单',
    )
  })

  it('is taken back by “undo”, and only then the task', async () => {
    const talk = await talkAfter('en')
    await talk.say('make it Thursday', { values: { Thursday: day('2026-11-26') } })
    const restored = await talk.say('undo that')
    expect(restored.acts).toMatchObject([{ change: { due: '2026-11-27' } }])
    expect((await talk.say('undo that')).acts).toMatchObject([{ change: { status: 'cancelled' } }])
    expect((await talk.say('undo that')).acts).toEqual([])
  })

  it('is the end of the task where the task itself is cancelled', async () => {
    const talk = await talkAfter('zh')
    await talk.say('改成周四', { values: { 周四: day('2026-11-26') } })
    expect((await talk.say('取消这个任务')).acts).toMatchObject([{ change: { status: 'cancelled' } }])
  })

  it('is asked about when several tasks could be meant', async () => {
    const talk = await talkAfter('zh', [task, second])
    const values = { 周四: day('2026-11-26') }
    const asked = await talk.say('改成周四', { values })
    expect(asked.acts).toEqual([])
    expect(asked.reply.text).toContain('2 个任务')
    expect((await talk.say('第二个改成周四', { values })).acts).toMatchObject([{ taskId: 'task-2' }])
    expect((await talk.say('都改成周四', { values })).acts).toHaveLength(2)
  })

  it('may come after another question, but not after many', async () => {
    const values = { 周四: day('2026-11-26') }
    const soon = await talkAfter('zh')
    await soon.say('年假有几天？', { intent: 'ask_policy' })
    expect((await soon.say('改成周四', { values })).acts).toHaveLength(1)
    const late = await talkAfter('zh')
    for (const text of ['年假有几天？', '谢谢', '你好']) await late.say(text, { intent: 'thank' })
    expect((await late.say('改成周四', { values })).acts).toEqual([])
  })
})

describe('what corrects no task', () => {
  it.each([
    ['周四', { 周四: day('2026-11-26') }],
    ['周四开会吗', { 周四: day('2026-11-26') }],
    ['给李娜点赞', { 李娜: person('li-na', 'Li Na') }],
    ['改成上周四', { 上周四: day('2026-11-19') }],
    ['取消周四的会议', { 周四: day('2026-11-26') }],
    ['no, the meeting with Li Na is on Thursday', { 'Li Na': person('li-na', 'Li Na'), Thursday: day('2026-11-26') }],
    ['cancel the meeting', {}],
  ] as const)('%s', async (text, values) => {
    expect((await (await talkAfter('zh')).say(text, { values })).acts.map(({ kind }) => kind)).not.toContain(
      'changeTask',
    )
  })

  it('is what comes before any task', async () => {
    const { acts } = await new Conversation('zh').say('改成周四', { values: { 周四: day('2026-11-26') } })
    expect(acts).toEqual([])
  })

  it('is a date alone, unless the task has none', async () => {
    const talk = new Conversation('zh')
    await talk.say('写周报', { tasks: [{ ...task, due: null, assigneeId: null } as never] })
    expect((await talk.say('周四', { values: { 周四: day('2026-11-26') } })).acts).toMatchObject([
      { change: { due: '2026-11-26' } },
    ])
  })
})

describe('a message that is not addressed', () => {
  it('is awaited as a correction just after the task, when it says so itself', async () => {
    const { state } = await talkAfter('zh')
    expect(isAwaited(state, turnOf('改成周四', { values: { 周四: day('2026-11-26') } }))).toBe('correction')
    expect(isAwaited(state, turnOf('周四见', { values: { 周四: day('2026-11-26') } }))).toBeNull()
    expect(isAwaited(state, turnOf('大家早'))).toBeNull()
  })
})
