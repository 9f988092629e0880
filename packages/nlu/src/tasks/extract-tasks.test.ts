import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { recognise } from '../recognisers/recognise'
import type { IntentPrediction, Situation } from '../understanding'
import { extractTasks } from './extract-tasks'

const situation: Situation = {
  now: '2026-11-23T09:00:00+08:00',
  timeZone: 'Asia/Shanghai',
  speakerId: 'me',
  directory: [
    { id: 'wang', name: '王伟', aliases: ['Wang Wei'] },
    { id: 'li', name: '李娜', aliases: ['Li Na'] },
    { id: 'tom', name: 'Tom Baker', aliases: [] },
    { id: 'priya', name: 'Priya Nair', aliases: [] },
    { id: 'tom2', name: 'Tommy Jones', aliases: ['TJ'] },
    { id: 'tj', name: 'Tina Jung', aliases: ['TJ'] },
  ],
}

const unknown: IntentPrediction = {
  name: null,
  confidence: 0,
  threshold: 1,
  ranking: [],
  nearestExamples: [],
  features: 'none',
}

const extract = (text: string, intent: IntentPrediction = unknown) =>
  extractTasks(text, { language: 'zh', intent, slots: recognise(text, situation) }, situation)

const brief = (text: string) => extract(text).map(({ title, assigneeId, due }) => [title, assigneeId, due])

describe('extractTasks', () => {
  it.each([
    ['请把发布清单分配给王伟，周五前完成', '发布清单', 'wang', '2026-11-27'],
    ['@assistant 请把发布清单分配给王伟，周五前完成', '发布清单', 'wang', '2026-11-27'],
    ['王伟，麻烦把会议纪要整理好，明天下午三点前给我', '整理会议纪要', 'wang', '2026-11-24T15:00:00+08:00'],
    ['接口文档由李娜来写，下周三交', '写接口文档', 'li', '2026-12-02'],
    ['我明天把合同发给客户', '把合同发给客户', 'me', '2026-11-24'],
    ['待办：续签域名', '续签域名', null, null],
    ['Li Na, can you update the pricing page by Friday?', 'update the pricing page', 'li', '2026-11-27'],
    ["I'll send the contract to Acme tomorrow", 'send the contract to Acme', 'me', '2026-11-24'],
    [
      'Would you please send the NDA to legal by 3pm, Priya?',
      'send the NDA to legal',
      'priya',
      '2026-11-23T15:00:00+08:00',
    ],
    ['New task: archive old projects. Owner: Tom. Due: Nov 30.', 'archive old projects', 'tom', '2026-11-30'],
    [
      'The landing page needs work by Friday. Tom, please take care of it.',
      'landing page needs work',
      'tom',
      '2026-11-27',
    ],
    ['Could someone rotate the API keys before Friday?', 'rotate the API keys', null, '2026-11-27'],
    ['TJ, please update the roadmap', 'update the roadmap', null, null],
    ['Please assign the release checklist to Wei, due Friday', 'release checklist', 'wang', '2026-11-27'],
    ['Please assign the release checklist to me, due Friday', 'release checklist', 'me', '2026-11-27'],
    ['请把发布清单分配给我，周五前完成', '发布清单', 'me', '2026-11-27'],
    ['把季度报表派给我，下周一之前', '季度报表', 'me', '2026-11-30'],
    ['assign to me: clean up the old branches', 'clean up the old branches', 'me', null],
    ['It would be great if you could proofread the brochure, Tom', 'proofread the brochure', 'tom', null],
  ])('makes a task of "%s"', (text, title, assignee, due) => {
    expect(brief(text)).toEqual([[title, assignee, due]])
  })

  it.each([
    'please asdf qwer by Friday',
    '请 asdf，周五前',
    "<script>alert('please send the report by Friday')</script>",
    '```\nplease send the report by Friday\n```',
    '{"title":"please send the report","due":"2026-11-27"}',
  ])('makes no task of what is neither said nor a thing to do: %s', (text) => {
    expect(brief('Please send the report by Friday')).toHaveLength(1)
    expect(brief(text)).toEqual([])
  })

  it('takes a thing to do as data, whatever it says, and finds what is said around code', () => {
    expect(brief('Li Na, please fix this by Friday:\n```\nreturn 1\n```')).toEqual([['fix this', 'li', '2026-11-27']])
  })

  it('finds several tasks in one message, each with its own person and date', () => {
    expect(brief('王伟负责更新价格页，周三前；李娜负责设计海报，都在月底前')).toEqual([
      ['更新价格页', 'wang', '2026-11-25'],
      ['设计海报', 'li', '2026-11-30'],
    ])
    expect(brief('Priya will review the budget by Thursday and Tom will book the venue by Friday.')).toEqual([
      ['review the budget', 'priya', '2026-11-26'],
      ['book the venue', 'tom', '2026-11-27'],
    ])
  })

  /** Each is a task with one word changed, so that it is the word that is refused and not the whole sentence. */
  it.each([
    ['王伟，请更新价格页', '王伟更新价格页了吗？', 'a question'],
    ['请王伟周五前更新价格页', '如果王伟周五前更新价格页就好了', 'a supposition'],
    ['让王伟更新价格页', '不用让王伟更新价格页', 'a negation'],
    ['我明天更新价格页', '我已经更新价格页了', 'a report'],
    ['请在周五前把报价发过来', '客户说“请在周五前把报价发过来”', 'a quotation'],
    ['请王伟周五前更新价格页', '> 请王伟周五前更新价格页\n\n谢谢', 'an earlier message'],
    ['Tom, update the docs by Friday', '> Tom, update the docs by Friday\n\nThanks', 'an earlier message'],
    ['把周报发给客户，周五前', '系统每周五自动把周报发给客户', 'a habit'],
    ['王伟，请更新文档', '王伟，请查收文档', 'a courtesy'],
    ['Tom, update the docs by Friday', 'Did Tom update the docs by Friday?', 'a question'],
    ['Tom should update the docs by Friday', 'Tom updated the docs on Friday', 'a report'],
    ['Tom will update the docs', 'If Tom will update the docs, we can ship', 'a supposition'],
    ['I will update the docs tomorrow', "I won't update the docs tomorrow", 'a negation'],
    ['please send the quote by Friday', 'The customer wrote "please send the quote by Friday"', 'a quotation'],
    ['I will check the logs tomorrow', 'I might check the logs tomorrow', 'a possibility'],
    ['I need to submit the tax form by Friday', 'I need to submit an expense of $42 for a lunch', 'a favour'],
    ['Move the servers by Friday', 'Please move the weekly to Friday', 'a meeting'],
  ])('takes "%s" for a task, but not "%s", which is %s', (task, none) => {
    expect(extract(task)).toHaveLength(1)
    expect(extract(none)).toEqual([])
  })

  it('shows where the title, the assignee and the date stand in the message', () => {
    const text = '大家好。请把发布清单分配给王伟，周五前完成'
    const [task] = extract(text)
    const quoted = Object.fromEntries(
      (task?.evidence ?? []).map(({ role, start, end }) => [role, text.slice(start, end)]),
    )
    expect(quoted).toMatchObject({ title: '发布清单', assignee: '王伟', due: '周五前' })
  })

  it('hears the classifier: it strengthens an assignment and drops a favour that is no task', () => {
    const assigned = extract('请更新价格页', { ...unknown, name: 'assign_task' })[0]?.confidence ?? 0
    expect(assigned).toBeGreaterThan(extract('请更新价格页')[0]?.confidence ?? 1)
    expect(extract('请更新价格页', { ...unknown, name: 'request_access' })).toEqual([])
    expect(extract('请王伟更新价格页', { ...unknown, name: 'request_access' })).toHaveLength(1)
  })

  it('makes hardly a task of what the workplace pack gives as examples of anything else', () => {
    const file = new URL('../../packs/workplace/intents.json', import.meta.url)
    const pack: { intents: Record<string, { examples: Record<string, string[]> }> } = JSON.parse(
      readFileSync(file, 'utf8'),
    )
    const others = Object.entries(pack.intents).filter(([name]) => name !== 'create_task' && name !== 'assign_task')
    for (const language of ['zh', 'en']) {
      const texts = others.flatMap(([, intent]) => intent.examples[language] ?? [])
      const taken = texts.filter((text) => extract(text).length > 0)
      expect(texts.length).toBeGreaterThan(600)
      expect(taken.length / texts.length).toBeLessThanOrEqual(0.05)
    }
  })

  it.each([
    ['a page without a break', '请王伟周五前把测试报告整理好'.repeat(3000)],
    ['many requests', 'Tom please update the docs by Friday and '.repeat(1000)],
    ['many names', '@Tom '.repeat(8000)],
    ['nothing but please', 'please '.repeat(5700)],
    ['nothing but spaces', ' '.repeat(40_000)],
  ])('reads %s within 100 ms and gives at most 20 tasks', (_, text) => {
    const slots = recognise(text, situation)
    const run = () => extractTasks(text, { language: 'zh', intent: unknown, slots }, situation)
    run()
    const startedAt = process.cpuUsage()
    const tasks = run()
    const { user, system } = process.cpuUsage(startedAt)
    expect((user + system) / 1000).toBeLessThan(100)
    expect(tasks.length).toBeLessThanOrEqual(20)
  })
})

it('reads many a please in no time', () => {
  const startedAt = performance.now()
  extract(`${'please '.repeat(28)}x`)
  expect(performance.now() - startedAt).toBeLessThan(1000)
})

describe('a wish to be told something', () => {
  it.each([
    'hey does anyone happen to know at what wind the mobile cranes have to stop, because it is getting quite gusty out here',
    'I am new here and I was just wondering how quickly we need to have a reefer plugged in',
    '有没有人知道冷藏箱要在多久之内接上电？',
    '想问一下病历要怎么复印，得带什么证件？',
  ])('is no work: %s', (text) => {
    expect(extract(text)).toEqual([])
  })

  it('hides none that stands beside it', () => {
    expect(extract('Does anyone know the new price? Tom, please update the pricing page by Friday')).not.toEqual([])
  })
})
