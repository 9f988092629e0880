/// <reference lib="dom" />
import type { Language } from '@parley/locale'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { messageSaying, openAssistant, say, setUp } from './support/actions'
import { seriousViolations } from './support/axe'
import { openBrowser, openVisitor, type Visitor } from './support/open-browser'
import { type ParleyProcess, startParleyProcess } from './support/parley-process'
import { textIn } from './support/text-in'
import { words } from './support/words'

const languages: readonly Language[] = ['zh', 'en']

describe.each(languages)('searching messages in %s', (language) => {
  const text = textIn(language)
  let parley: ParleyProcess
  let browser: Browser
  let visitor: Visitor

  beforeAll(async () => {
    parley = await startParleyProcess()
    browser = await openBrowser()
    visitor = await openVisitor(browser, language)
    const { page } = visitor
    await setUp(page, parley.setupUrl, language, words[language])
    await openAssistant(page, language)
    for (const said of ['giraffes 请假流程 one', 'giraffe two']) {
      await say(page, said)
      await messageSaying(page, said).waitFor()
    }
    // Words follow their message a moment later.
    await vi.waitFor(async () => expect(await foundOf('giraffe is:mine')).toBe(2), { timeout: 20_000 })
  })

  async function foundOf(query: string): Promise<number> {
    const answer = await visitor.page.request.get(
      `${parley.url}/api/messages.search?query=${encodeURIComponent(query)}`,
    )
    return ((await answer.json()) as { messages: unknown[] }).messages.length
  }

  afterAll(async () => {
    await browser?.close()
    await parley?.[Symbol.asyncDispose]()
  })

  it('finds by key, shows where the words stand, and opens the message by keys alone', async () => {
    const { page } = visitor
    await page.keyboard.press('Control+Shift+F')
    const field = page.getByRole('searchbox', { name: text('web.search.label') })
    await field.waitFor()
    await expect.poll(() => field.evaluate((it) => it === document.activeElement)).toBe(true)
    await page.keyboard.type('giraffe is:mine')
    const found = page.getByRole('list', { name: text('web.search.results') }).getByRole('listitem')
    await expect.poll(() => found.count()).toBe(2)
    expect(await found.locator('mark').allTextContents()).toEqual(['giraffe', 'giraffes'])
    expect(new URL(page.url()).searchParams.get('q')).toBe('giraffe is:mine')
    expect(await seriousViolations(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/c\/.+\/m\/\d+$/)
    await messageSaying(page, 'giraffes 请假流程 one').waitFor()
  })

  it('is reached from the palette with what was written there, and finds a part of a Chinese word', async () => {
    const { page } = visitor
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder(text('web.palette.placeholder')).fill('假流')
    await page.getByText(text('web.search.for', { query: '假流' })).click()
    const found = page.getByRole('list', { name: text('web.search.results') }).getByRole('listitem')
    await expect.poll(() => found.count()).toBe(1)
    expect(await found.locator('mark').allTextContents()).toEqual(['假流'])
    expect(await page.getByRole('searchbox').inputValue()).toBe('假流')
  })

  it('says that nothing was found, and who is unknown', async () => {
    const { page } = visitor
    await page.goto(`${parley.url}/search?q=${encodeURIComponent('from:@nobody giraffe')}`)
    await page.getByText(text('web.search.unknownFrom', { name: '@nobody' })).waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })

  it('explains its operators before anything was written', async () => {
    const { page } = visitor
    await page.goto(`${parley.url}/search`)
    await page.getByText(text('web.search.example.phrase'), { exact: true }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })
})
