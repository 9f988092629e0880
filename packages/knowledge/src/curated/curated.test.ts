import { describe, expect, it } from 'vitest'
import { packVectors } from '../document-segment'
import { quantiseVector } from '../quantised-vector'
import { clusterQuestions } from './cluster-questions'
import { nearestQuestions } from './nearest-question'
import { areOpposite } from './opposites'
import { questionLikeness } from './question-likeness'
import { sketchQuestion } from './question-sketch'
import { areTurnedRound } from './turned-round'

const known = (...texts: string[]) => texts.map((text) => ({ text, vector: null }))
const nearest = (text: string, ...texts: string[]) => nearestQuestions(sketchQuestion(text, null), known(...texts))[0]

describe('questions, compared by their words alone', () => {
  it('are the same whatever their case, width and punctuation', () => {
    expect(nearest('how do I book a meeting room', 'How do I book a meeting room?')).toMatchObject({ isSame: true })
    expect(nearest('怎么预订会议室', '怎么预订会议室？？')).toMatchObject({ likeness: 1, isSame: true })
  })

  it('are the same in another order of words', () => {
    const one = 'How many annual leave days do I have per year?'
    expect(nearest(one, 'How many days of annual leave do I have per year?')).toMatchObject({ isSame: true })
  })

  it.each([
    ['Who approves purchases above 5,000 yuan?', 'Who approves purchases above 50,000 yuan?'],
    ['采购五千元以上要谁批？', '采购 50000 元以上要谁批？'],
    ['When does the code freeze start?', 'When does the code freeze end?'],
    ['会议室怎么预订？', '会议室预订怎么取消？'],
    ['Which costs are reimbursed?', 'Which costs are not reimbursed?'],
    ['办公室几点开门？', '办公室几点关门？'],
    ['从上海到北京的机票多少钱？', '从北京到上海的机票多少钱？'],
    ['Is the old version faster than the new one?', 'Is the new version faster than the old one?'],
    ['客户欠我们多少钱？', '我们欠客户多少钱？'],
    ['是先付款再发货吗？', '是先发货再付款吗？'],
    ['How much is a flight from Oslo to Rome?', 'How much is a flight to Oslo from Rome?'],
  ])('are never the same where number or sense is another: %s / %s', (one, other) => {
    expect(nearest(one, other)?.likeness).toBe(0)
  })

  it.each([
    ['上海飞北京的机票多少钱？', '从上海到北京的机票多少钱？'],
    ['微信和支付宝哪个好用？', '支付宝和微信哪个好用？'],
    ['How much is a flight from Oslo to Rome?', 'How much is a flight to Rome from Oslo?'],
    ['怎么预订会议室？', '会议室怎么预订？'],
  ])('are not turned round by another order alone: %s / %s', (one, other) => {
    expect(areTurnedRound(one, other)).toBe(false)
  })

  it('are the likelier the same the nearer they come in meaning', () => {
    const axes = (cosine: number) => packVectors([quantiseVector(Float32Array.of(cosine, Math.sqrt(1 - cosine ** 2)))])
    const asked = sketchQuestion('跑跑卡丁车好玩么', axes(1))
    const likenesses = [0, 0.3, 0.5, 0.7, 0.9, 1].map((cosine) =>
      questionLikeness(asked, sketchQuestion('那个赛车游戏有意思吗', axes(cosine))),
    )
    expect(likenesses).toEqual(likenesses.toSorted((one, other) => one - other))
    expect(new Set(likenesses).size).toBe(likenesses.length)
  })

  it('ask and do not deny in the form "A not A"', () => {
    expect(areOpposite('年假能不能结转？', '年假可以结转吗？')).toBe(false)
    expect(areOpposite('有没有班车？', '班车有吗？')).toBe(false)
    expect(areOpposite('哪些费用不能报销？', '哪些费用能报销？')).toBe(true)
    expect(areOpposite('Can I leave the country?', 'Can I not leave the country?')).toBe(true)
    expect(areOpposite('密码忘了怎么办？', '登不上去了，想不起密码')).toBe(false)
    expect(areOpposite('How do I close my account?', 'I no longer want my account, how can I delete it?')).toBe(false)
  })

  it('are put together by what they are about, in the order given', async () => {
    const groups = await clusterQuestions(
      known(
        'Where is the parking permit form?',
        'When does the shuttle bus leave?',
        'Where do I find the parking permit form?',
        'At what time does the shuttle bus leave?',
      ),
    )
    expect(groups.map((group) => group.length)).toEqual([2, 2])
    expect(groups[0]?.[0]?.text).toContain('parking')
  })

  it('leave others their turn while many of them are put together', async () => {
    const questions = Array.from({ length: 50 }, (_, at) => `Where is the form number ${at}?`)
    let turns = 0
    const timer = setInterval(() => turns++, 0)
    await clusterQuestions(known(...questions)).finally(() => clearInterval(timer))
    expect(turns).toBeGreaterThan(1)
  })

  it('are compared by their beginning, however long', () => {
    const long = sketchQuestion('会议室怎么预订？'.repeat(5_000), null)
    expect(long.text.length).toBeLessThanOrEqual(500)
  })
})
