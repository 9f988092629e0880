/// <reference lib="dom" />
import type { Language } from '@parley/locale'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying, openAssistant, say, setUp } from './support/actions'
import { seriousViolations } from './support/axe'
import { openBrowser, openVisitor, type Visitor } from './support/open-browser'
import { type ParleyProcess, startParleyProcess } from './support/parley-process'
import { textIn } from './support/text-in'
import { words } from './support/words'

const said = {
  zh: {
    documents: {
      差旅制度: '# 住宿\n\n住宿标准是每晚 500 元。\n\n# 餐费\n\n餐费标准是每天 100 元。',
      招待制度: '# 住宿\n\n客人的住宿标准是每晚 800 元。\n\n# 餐费\n\n餐费标准是每人 200 元。',
    },
    named: '差旅制度',
    other: '招待制度',
    question: '差旅制度里住宿标准是多少？',
    answers: ['500', '800'],
    follow: '那招待制度里呢？',
  },
  en: {
    documents: {
      'Travel policy':
        '# Hotels\n\nThe limit for a hotel is 120 euros a night.\n\n# Meals\n\nThe limit for meals is 45 euros a day.',
      'Visitor policy':
        '# Hotels\n\nThe limit for a hotel of visitors is 95 euros a night.\n\n# Meals\n\nVisitors eat for at most 30 euros a day.',
    },
    named: 'Travel policy',
    other: 'Visitor policy',
    question: 'In the travel policy, what is the limit for a hotel?',
    answers: ['120', '95'],
    follow: 'and in the visitor policy?',
  },
} as const

describe.each(['zh', 'en'] as const satisfies readonly Language[])('a question as it was read, in %s', (language) => {
  const text = textIn(language)
  const { documents, named, other, question, answers, follow } = said[language]
  let parley: ParleyProcess
  let browser: Browser
  let visitor: Visitor

  beforeAll(async () => {
    parley = await startParleyProcess()
    browser = await openBrowser()
    visitor = await openVisitor(browser, language)
    await setUp(visitor.page, parley.setupUrl, language, words[language])
    for (const [title, content] of Object.entries(documents)) await addDocument(visitor.page, title, content)
    await openAssistant(visitor.page, language)
  })

  afterAll(async () => {
    await browser?.close()
    await parley?.[Symbol.asyncDispose]()
  })

  const chipsOf = (answer: string) =>
    messageSaying(visitor.page, answer).getByRole('list', { name: text('web.query.label') })

  it('names its source, which is changed by keys alone: the question is asked again', async () => {
    const { page } = visitor
    await say(page, question)
    const chips = chipsOf(answers[0])
    const name = text('web.query.in', { name: named })
    await chips.getByRole('button', { name: text('web.query.change', { name }) }).focus()
    await page.keyboard.press('Enter')
    const choice = page.getByRole('menuitemradio', { name: other })
    await choice.focus()
    await page.keyboard.press('Enter')
    const again = page.getByRole('region', { name: text('web.query.again') })
    await again.getByText(answers[1]).waitFor()
    await chips.getByText(text('web.query.in', { name: other })).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await again.getByRole('button', { name: text('web.query.first') }).press('Enter')
    await chips.getByText(name).waitFor()
  })

  it('loses a part by its cross, and carries others over to the next question', async () => {
    const { page } = visitor
    await say(page, follow)
    const chips = chipsOf(answers[1])
    const name = text('web.query.in', { name: other })
    await chips.getByRole('button', { name: text('web.query.remove', { name }) }).press('Enter')
    await page.getByRole('region', { name: text('web.query.again') }).waitFor()
    await chips.getByText(name).waitFor({ state: 'detached' })
    await page.setViewportSize({ width: 320, height: 640 })
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    await expect.poll(width).toBeLessThanOrEqual(320)
    await page.setViewportSize({ width: 1280, height: 800 })
    expect(visitor.faults).toEqual([])
  })

  it('is learnt from: a source that is opened is noted, and the log is asked again with other weights', async () => {
    const { page } = visitor
    const noted = page.waitForResponse((response) => response.url().endsWith('/api/questions.openSource'))
    const sources = messageSaying(page, answers[0]).getByRole('list', { name: text('web.assistant.sources') })
    await sources.first().getByRole('button').first().click()
    expect((await noted).ok()).toBe(true)
    await page.goto(new URL('/knowledge/questions', page.url()).href)
    await page.getByRole('button', { name: text('web.tunings.replay') }).click()
    await page.getByText(text('web.tunings.too-few', { words: '50%' })).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    expect(visitor.faults).toEqual([])
  })
})

/** As the knowledge page does it; it is findable when this resolves. */
async function addDocument(page: Page, title: string, content: string): Promise<void> {
  const status = await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch('/api/knowledge.addDocument', { method: 'POST', headers, body: JSON.stringify(body) })
      return answer.status
    },
    { title, text: content, mimeType: 'text/markdown' },
  )
  expect(status).toBe(200)
}
