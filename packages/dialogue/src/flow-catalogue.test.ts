import { describe, expect, it } from 'vitest'
import type { Bilingual } from './bilingual'
import { FLOWS } from './flow-catalogue'
import { TEMPLATES } from './reply-from-template'

const HAN = /\p{Script=Han}/u
const EXCLAMATION = /[!！]/

function expectBothLanguages({ zh, en }: Bilingual) {
  expect(zh).toMatch(HAN)
  expect(en).toMatch(/[A-Za-z]/)
  expect(en).not.toMatch(HAN)
  expect(zh + en).not.toMatch(EXCLAMATION)
}

describe.each(FLOWS)('the flow $name', (flow) => {
  it('says everything in both languages', () => {
    for (const text of [flow.title, flow.confirmation, flow.completion]) expectBothLanguages(text)
    for (const { label, prompt } of flow.slots) [label, ...(prompt ? [prompt] : [])].forEach(expectBothLanguages)
    const shown = flow.slots.flatMap((slot) => (slot.shown ? Object.values(slot.shown) : []))
    for (const text of shown) expect(text.match(/\{value\}/g)).toHaveLength(1)
  })

  it('has cues in both languages and at least one slot to ask for', () => {
    expect(flow.cues.zh).toBeInstanceOf(RegExp)
    expect(flow.cues.en).toBeInstanceOf(RegExp)
    expect(flow.slots.some(({ prompt }) => prompt)).toBe(true)
  })
})

it('gives every intent one flow or one template', () => {
  const intents = [...FLOWS.flatMap(({ startedBy }) => startedBy), ...TEMPLATES.map(({ intent }) => intent)]
  expect(new Set(intents).size).toBe(intents.length)
})

describe.each(TEMPLATES)('the template for $intent', ({ title, replies }) => {
  it('replies in both languages, without exclamation marks', () => {
    expectBothLanguages(title)
    expect(replies.zh.length).toBeGreaterThan(0)
    expect(replies.en.length).toBeGreaterThan(0)
    for (const zh of replies.zh) for (const en of replies.en) expectBothLanguages({ zh, en })
  })

  it('has a variant that needs no name', () => {
    for (const variants of Object.values(replies)) expect(variants.some((text) => !text.includes('{'))).toBe(true)
  })
})

describe('cues are narrow', () => {
  const started = (text: string, language: 'zh' | 'en') => FLOWS.find(({ cues }) => cues[language].test(text))?.name
  it.each([
    ['我需要订购一本《人工智能基础》的书', 'zh', 'order_book'],
    ["I'd like to order a copy of Foundations of AI", 'en', 'order_book'],
    ['I need to book a room for tomorrow', 'en', 'book_room'],
    ['订明天下午两点的会议室', 'zh', 'book_room'],
    ['我想请两天年假', 'zh', 'request_leave'],
    ['order 5 whiteboard markers', 'en', 'order_item'],
    ['我要报销打车费85元', 'zh', 'submit_expense'],
    ['remind me tomorrow to call Wei', 'en', 'set_reminder'],
  ] as const)('%s starts a flow', (text, language, name) => {
    expect(started(text, language)).toBe(name)
  })

  it.each([
    ['昨天的会议讨论了预算', 'zh'],
    ['这本书很好看', 'zh'],
    ['in order to finish, read the handbook', 'en'],
    ['the facebook campaign went well', 'en'],
    ['we left the room', 'en'],
  ] as const)('%s starts none', (text, language) => {
    expect(started(text, language)).toBeUndefined()
  })
})
