import { expect, it } from 'vitest'
import { createHybridIndex } from '../hybrid-index'
import { makeQuestions } from './make-questions'
import { tuneWeight } from './tune-weight'

const PARKING = `# Parking

## Visitors

Visitors park on level two of the garage. They ask at the reception for a ticket.

## Bicycles

Bicycles stand in the yard behind the canteen. The yard is locked at eight in the evening.`

const CANTEEN = `# 食堂

## 午餐时间

午餐从十一点半开始，到一点半结束。周五食堂提前半小时关门。

## 付款

用工卡付款，访客在前台买餐券。餐券当天有效，不能退换。`

async function filled() {
  const index = createHybridIndex({ encoder: null })
  for (const [id, text] of Object.entries({ parking: PARKING, canteen: CANTEEN })) {
    await index.addDocument({ id, title: id, mimeType: 'text/markdown', text })
  }
  return index
}

it('questions are made of headings and of a sentence, which does not find itself', async () => {
  const index = await filled()
  const made = makeQuestions([index.passagesOf('parking'), index.passagesOf('canteen')], 20)
  expect(made.map(({ text }) => text)).toEqual(expect.arrayContaining(['Visitors', 'Bicycles', '午餐时间', '付款']))
  const taken = made.filter(({ takenFrom }) => takenFrom !== null)
  expect(taken).toHaveLength(2)
  for (const { takenFrom, passageIds } of taken) expect(passageIds).not.toContain(takenFrom)
  expect(makeQuestions([index.passagesOf('parking'), index.passagesOf('canteen')], 3)).toHaveLength(3)
})

it('a log is asked again over the documents of the collection alone', async () => {
  const index = await filled()
  const asked = [{ text: 'Where do visitors park?', goodDocumentIds: ['parking'], badDocumentIds: [] }]
  const report = await tuneWeight(index, { documentIds: ['parking'], asked, weight: 0.5 })
  expect(report).toMatchObject({
    weightBefore: 0.5,
    weight: 0.5,
    replayed: 1,
    asked: 1,
    verdict: 'too-few',
    changed: [],
  })
  const elsewhere = await tuneWeight(index, { documentIds: ['canteen'], asked, weight: 0.5 })
  expect(elsewhere).toMatchObject({ replayed: 1, asked: 0 })
})
