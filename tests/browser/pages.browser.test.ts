/// <reference lib="dom" />
import { type Language, translate } from '@parley/locale'
import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createChannel, messageSaying, openAssistant, say, setUp } from './support/actions'
import { seriousViolations } from './support/axe'
import { openAs } from './support/look-of'
import { openBrowser, openVisitor, type Visitor } from './support/open-browser'
import { type ParleyProcess, startParleyProcess } from './support/parley-process'
import { words } from './support/words'

const LONG_WORD = 'x'.repeat(400)

describe('every page', () => {
  let parley: ParleyProcess
  let browser: Browser
  let visitor: Visitor

  beforeAll(async () => {
    parley = await startParleyProcess()
    browser = await openBrowser()
    visitor = await openVisitor(browser, 'en')
    await setUp(visitor.page, parley.setupUrl, 'en', words.en)
    await openAssistant(visitor.page, 'en')
    await say(
      visitor.page,
      `${LONG_WORD}\n\n| a | b | c | d | e | f |\n|-|-|-|-|-|-|\n| ${'wide cell | '.repeat(6)}\n\n\`${LONG_WORD}\``,
    )
    await messageSaying(visitor.page, LONG_WORD).waitFor()
  })

  afterAll(async () => {
    await browser?.close()
    await parley?.[Symbol.asyncDispose]()
  })

  beforeEach(() => visitor.page.setViewportSize({ width: 1280, height: 800 }))

  const open = (page: Page, path: string, language: Language, theme: 'light' | 'dark') =>
    openAs(page, parley.url + path, { language, theme })

  async function conversationPath(page: Page): Promise<string> {
    await open(page, '/', 'en', 'light')
    await page.waitForURL(/\/c\//)
    await openAssistant(page, 'en')
    await messageSaying(page, LONG_WORD).waitFor()
    return new URL(page.url()).pathname
  }

  it('has a form that was sent with faults, and a linked message, without a serious accessibility fault', async () => {
    const { page } = visitor
    await open(page, '/people', 'en', 'light')
    await page.getByRole('button', { name: translate('en', 'web.people.add') }).click()
    await page.getByRole('button', { name: translate('en', 'web.people.submit'), exact: true }).click()
    await page.getByText(translate('en', 'web.form.missing')).first().waitFor()
    const inForm = await seriousViolations(page)
    await open(page, `${await conversationPath(page)}/m/1`, 'en', 'dark')
    await page.locator('[data-is-target="true"], .toast').first().waitFor()
    expect([...inForm, ...(await seriousViolations(page))]).toEqual([])
  })

  it('opens a linked message far before the newest, in the middle of the screen, and says when there is none', async () => {
    const { page } = visitor
    await open(page, '/', 'en', 'light')
    await createChannel(page, 'en', 'Long')
    const channel = new URL(page.url()).pathname
    const seqs = await fillChannel(page, channel.slice('/c/'.length), 120)
    await open(page, `${channel}/m/${seqs[20]}`, 'en', 'light')
    const target = page.locator('[data-is-target="true"]')
    await expect.poll(() => target.innerText()).toContain('line 20 ')
    await expect.poll(async () => Math.abs(((await target.boundingBox())?.y ?? 0) - 400)).toBeLessThan(150)
    await page.goto(`${parley.url}${channel}/m/999999`)
    await page.getByText(translate('en', 'web.conversation.targetMissing'), { exact: true }).waitFor()
    await messageSaying(page, 'line 119 ').waitFor()
  })

  async function fillChannel(page: Page, channelId: string, count: number): Promise<number[]> {
    const seqs: number[] = []
    for (let number = 0; number < count; number += 1) {
      const text = `line ${number} ${'of a long channel '.repeat(number % 9)}`
      const data = { channelId, text, clientMessageId: `fill-${channelId}-${number}` }
      const answer = await page.request.post(`${parley.url}/api/messages.send`, {
        data,
        headers: { origin: parley.url },
      })
      seqs.push((await answer.json()).message.seq)
    }
    return seqs
  }

  it('keeps the width that the sidebar was given by keyboard', async () => {
    const { page } = visitor
    await open(page, '/tasks', 'en', 'light')
    const widthOf = async () => (await page.getByRole('navigation').first().boundingBox())?.width
    expect(await widthOf()).toBe(260)
    await page.getByRole('separator', { name: translate('en', 'web.nav.resize') }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(widthOf).toBe(292)
    await page.reload()
    await page.locator('.shell:not([aria-busy])').waitFor()
    await expect.poll(() => widthOf()).toBe(292)
  })

  it.each([360, 768])('covers the conversation with the panel, whole, at %i px', async (width) => {
    const { page } = visitor
    const conversation = await conversationPath(page)
    await page.setViewportSize({ width, height: 740 })
    await open(page, `${conversation}?channel=${conversation.slice('/c/'.length)}`, 'en', 'light')
    const panel = await page.getByRole('complementary').boundingBox()
    const covered = await page.locator('.shell__page').boundingBox()
    expect(panel).toEqual(covered)
    expect(panel?.height).toBe(740)
  })

  it('leads back from a conversation to the list on a phone', async () => {
    const { page } = visitor
    const conversation = await conversationPath(page)
    await page.setViewportSize({ width: 360, height: 740 })
    await open(page, conversation, 'en', 'light')
    await page.getByRole('link', { name: translate('en', 'web.app.back') }).click()
    await page.getByRole('link', { name: translate('en', 'web.assistant.name') }).waitFor()
  })

  it('walks through messages with J and K, and opens the reason with W', async () => {
    const { page } = visitor
    await conversationPath(page)
    await page.locator('body').click({ position: { x: 640, y: 25 } })
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('j')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('ARTICLE')
    await page.keyboard.press('w')
    await page.getByRole('complementary').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('complementary').waitFor({ state: 'detached' })
  })

  it('says when the first page of a conversation fails, asks once, and loads it on a retry', async () => {
    const { page } = visitor
    const conversation = await conversationPath(page)
    let asked = 0
    const refuse = (route: Route) => {
      asked += 1
      return route.fulfill({ status: 503, body: 'Service Unavailable' })
    }
    await page.route('**/api/messages.list?*', refuse)
    await open(page, conversation, 'en', 'light')
    const retry = page.getByRole('log').getByRole('button', { name: translate('en', 'web.app.retry') })
    await retry.waitFor()
    expect(asked).toBe(1)
    await page.unroute('**/api/messages.list?*', refuse)
    await retry.click()
    await messageSaying(page, LONG_WORD).waitFor()
  })

  it('stays in a channel when leaving fails, and goes to the start page when it succeeds', async () => {
    const { page } = visitor
    await conversationPath(page)
    await createChannel(page, 'en', 'Passing')
    const channel = new URL(page.url()).pathname
    await open(page, `${channel}?channel=${channel.slice('/c/'.length)}`, 'en', 'light')
    const leave = page.getByRole('button', { name: translate('en', 'web.channel.leave') })
    await page.route('**/api/channels.removeMember', (route) => route.abort(), { times: 1 })
    await leave.click()
    await page.getByText(translate('en', 'web.connection.unreachable'), { exact: true }).waitFor()
    expect(new URL(page.url()).pathname).toBe(channel)
    await leave.click()
    await page.getByText(translate('en', 'web.channel.left', { channel: 'Passing' }), { exact: true }).waitFor()
    await expect.poll(() => page.url()).not.toContain(channel)
    await expect.poll(() => page.getByText(translate('en', 'web.app.notFound')).count()).toBe(0)
  })

  it('says that the connection is lost, keeps what is written, and sends it when it is back', async () => {
    const { page, context } = visitor
    await conversationPath(page)
    await context.setOffline(true)
    await say(page, 'written while offline')
    await messageSaying(page, 'written while offline').waitFor()
    await context.setOffline(false)
    await expect.poll(() => page.locator('.message--pending').count(), { timeout: 30_000 }).toBe(0)
    await page.reload()
    await messageSaying(page, 'written while offline').waitFor()
  })
})
