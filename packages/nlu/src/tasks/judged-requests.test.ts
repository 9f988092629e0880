import { describe, expect, it } from 'vitest'
import { recognise } from '../recognisers/recognise'
import { requestUnits } from '../requests/request-units'
import type { IntentPrediction, Situation } from '../understanding'
import { extractTasks } from './extract-tasks'

const situation: Situation = {
  now: '2026-11-23T09:00:00+08:00',
  timeZone: 'Asia/Shanghai',
  speakerId: 'me',
  directory: [
    { id: 'wang', name: '王伟', aliases: ['Wang Wei'] },
    { id: 'tom', name: 'Tom Baker', aliases: ['Tom'] },
  ],
}
const noIntent: IntentPrediction = {
  name: null,
  confidence: 0,
  threshold: 1,
  ranking: [],
  nearestExamples: [],
  features: 'none',
}

/** The tasks of a message, every unit of which is judged to ask, or to promise, with this probability. */
function judged(text: string, request: number, commitment = 0, intent: string | null = null) {
  const requests = requestUnits(text).map((unit) => ({ ...unit, request, commitment }))
  const prediction = { ...noIntent, name: intent }
  const understanding = { language: 'en', intent: prediction, slots: recognise(text, situation), requests } as const
  return extractTasks(text, understanding, situation).map(({ title, assigneeId, due }) => [title, assigneeId, due])
}

describe('extractTasks with the opinion of the request head', () => {
  it.each([
    ['这周要给财务的报价单，王伟就麻烦你了', '要给财务的报价单', 'wang'],
    ['公众号的选题王伟琢磨琢磨', '公众号的选题琢磨琢磨', 'wang'],
    ['Tom is the one to nudge the caterers', 'nudge the caterers', 'tom'],
  ])('reads what no rule spells out: %s', (text, title, assignee) => {
    expect(judged(text, 0)).toEqual([])
    expect(judged(text, 0.99).map(([found, who]) => [String(found).includes(title), who])).toEqual([[true, assignee]])
  })

  it.each([
    '# Heading',
    '![x](http://x/y.png)',
    '[click](javascript:alert(1))',
    '<img src=x onerror=alert(1)>',
    '| a | b |\n|-|-|\n| wide cell | Tom please check this |',
  ])('makes no task of markup, however sure the head is: %s', (text) => expect(judged(text, 0.99)).toEqual([]))

  it('gives a promise to its writer', () => {
    const text = 'Gonna wrangle the seating chart tonight'
    expect(judged(text, 0)).toEqual([])
    expect(judged(text, 0, 0.99)).toEqual([['wrangle the seating chart', 'me', '2026-11-23']])
  })

  it('leads a title that says too little by what was said before', () => {
    expect(judged('官网的备案过期了，王伟你处理下', 0.99)).toEqual([['官网的备案过期了：处理下', 'wang', null]])
  })

  it.each([
    '别急着改接口，王伟',
    'Ben told me that Tom might check the report',
    'please be careful with the keys',
    '王伟上周已经把报告写完了',
  ])(
    'makes no task of what is negated, reported, light or past, however sure the head is short of certain: %s',
    (text) => {
      expect(judged(text, 0.85)).toEqual([])
    },
  )

  it('asks for more certainty where neither person nor date is named', () => {
    const text = 'the whiteboard markers could use a refill'
    expect(judged(text, 0.6)).toEqual([])
    expect(judged(text, 0.95)).toHaveLength(1)
  })

  it.each(['李娜把翻译稿审校完了', '李娜正在处理退款', '按照流程，采购超过五千要走审批', '李娜周五前能完成价格页吗？'])(
    'is not misled about a report, a rule or a question: %s',
    (text) => expect(judged(text, 0.75)).toEqual([]),
  )

  it('leaves to the assistant what the assistant is asked for', () => {
    const text = 'the projector room would be lovely to have'
    expect(judged(text, 0.95)).toHaveLength(1)
    expect(judged(text, 0.95, 0, 'book_room')).toEqual([])
  })
})
