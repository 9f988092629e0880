import { expect, it } from 'vitest'
import { bridgeQuestion, unbridgedWords } from './glossary'
import { GLOSSARY_ENTRIES } from './glossary-entries'

const forms = (question: string, language: 'zh' | 'en') =>
  bridgeQuestion(question, language).map((concept) => concept.map((terms) => terms.join(' ')))

it('reads a Chinese question in English words, the longest Chinese form first', () => {
  const found = forms('公司有几辆电动车？', 'zh')
  expect(found).toContainEqual(['electr car'])
  expect(found.flat()).not.toContain('vehicl')
})

it('reads an English question in Chinese words, all that may be meant', () => {
  const found = forms('How much does lunch cost?', 'en')
  expect(found[0]).toEqual(expect.arrayContaining(['午餐', '午饭']))
  expect(found[1]).toEqual(expect.arrayContaining(['费用', '价格']))
})

it('reads traditional characters like simplified ones', () => {
  expect(forms('會議室', 'zh')).toEqual(forms('会议室', 'zh'))
})

it('does not take a character out of a longer word', () => {
  expect(forms('车', 'zh').flat()).toContain('car')
  expect(forms('车间', 'zh').flat()).not.toContain('car')
})

it('knows nothing of words outside the workplace', () => {
  expect(bridgeQuestion('谁是梅尔菲伯爵？', 'zh')).toEqual([])
})

it('says which words of a question it has nothing for, names and numbers of both languages aside', () => {
  expect(unbridgedWords('谁是梅尔菲伯爵？', 'zh').join('')).toContain('伯爵')
  expect(unbridgedWords('午餐多少钱？', 'zh')).toEqual([])
  expect(unbridgedWords('Parley 2 的午餐', 'zh')).toEqual([])
  expect(unbridgedWords('How much does the lunch of the duke cost?', 'en')).toEqual(['duke'])
})

it('has forms in both languages in every entry', () => {
  for (const line of GLOSSARY_ENTRIES.trim().split('\n'))
    expect(line).toMatch(/^\p{Script=Han}+(?: \p{Script=Han}+)*=[a-z]/u)
})
