/// <reference lib="dom" />
import { translate } from '@parley/locale'
import type { Browser, Locator, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { messageSaying, say, setUp } from './support/actions'
import { seriousViolations } from './support/axe'
import { call, type LongChannel, openLongChannel } from './support/long-channel'
import { openBrowser, openVisitor, type Visitor } from './support/open-browser'
import { startFilledParley } from './support/parley-process'
import { textIn } from './support/text-in'
import { words } from './support/words'

const COUNT = 100_000
const MIDDLE = COUNT / 2

let parley: Awaited<ReturnType<typeof startFilledParley>>
let browser: Browser
let visitor: Visitor
let long: LongChannel
/** From message numbers to `seq`: events of the channel's making take numbers too. */
let offset = 0

const log = (page: Page) => page.getByRole('log').first()
const isIn = (page: Page, number: number): Locator => messageSaying(page, new RegExp(`message ${number}\\b`))
const topOf = async (row: Locator) => (await row.boundingBox())?.y ?? Number.NaN

beforeAll(async () => {
  browser = await openBrowser()
  visitor = await openVisitor(browser, 'en')
  parley = await startFilledParley(async (setupUrl, databaseUrl) => {
    await setUp(visitor.page, setupUrl, 'en', words.en)
    long = await openLongChannel(visitor.page, databaseUrl, { name: 'long', count: COUNT })
  })
  await visitor.page.goto(parley.url)
  const { seq } = await call<{ seq: number }>(visitor.page, `messages.locate?channelId=${long.id}`)
  offset = seq - 1
})

afterAll(async () => {
  expect(visitor.faults).toEqual([])
  await browser?.close()
  await parley?.[Symbol.asyncDispose]()
})

beforeEach(() => visitor.page.unrouteAll())

async function openAt(number: number): Promise<Page> {
  const { page } = visitor
  await page.goto(`${parley.url}${long.path}/m/${number + offset}`)
  await isIn(page, number).waitFor()
  return page
}

/** Lets pages of messages wait until they are released. */
async function holdPages(page: Page): Promise<{ isAsked(): boolean; release(): Promise<void> }> {
  const held: Route[] = []
  let isHolding = true
  await page.route('**/api/messages.list?*', (route) => (isHolding ? void held.push(route) : route.continue()))
  return {
    isAsked: () => held.length > 0,
    release: async () => {
      isHolding = false
      for (const route of held) await route.continue()
    },
  }
}

/** Waits until two frames in a row show the same. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let before = ''
        const look = () => {
          const now = [...document.querySelectorAll('[role=log] article')]
            .map((row) => `${(row as HTMLElement).dataset.key}${row.getBoundingClientRect().top}`)
            .join()
          if (now === before) return resolve()
          before = now
          requestAnimationFrame(() => requestAnimationFrame(look))
        }
        look()
      }),
  )

/** The message in the middle of the screen. */
async function middleRow(page: Page): Promise<Locator> {
  const key = await page.evaluate(() => {
    const box = document.querySelector('[role=log]')!.getBoundingClientRect()
    const at = document.elementFromPoint(box.left + 200, box.top + box.height / 2)
    return at?.closest<HTMLElement>('article')?.dataset.key ?? ''
  })
  return page.locator(`article[data-key="${key}"]`)
}

describe('a channel of a hundred thousand messages', () => {
  it('opens at a message far back with a few requests, however many pages lie between, and the message in the middle', async () => {
    const asked: string[] = []
    visitor.page.on('request', (request) => request.url().includes('messages.list') && asked.push(request.url()))
    const page = await openAt(MIDDLE)
    await settled(page)
    // The place itself, and what its edges ask for; the pages between would be dozens.
    expect(asked.length).toBeLessThanOrEqual(4)
    expect(Math.abs((await topOf(isIn(page, MIDDLE))) - 400)).toBeLessThan(150)
  })

  it.each(['older', 'newer'] as const)('moves nothing when %s messages come in', async (side) => {
    const page = await openAt(side === 'older' ? MIDDLE : MIDDLE + 1_000)
    await settled(page)
    const pages = await holdPages(page)
    await log(page).hover()
    while (!pages.isAsked()) {
      await page.mouse.wheel(0, side === 'older' ? -400 : 400)
      await settled(page)
    }
    const row = await middleRow(page)
    const [before, height] = [await topOf(row), await log(page).evaluate((list) => list.scrollHeight)]
    await pages.release()
    await expect.poll(() => log(page).evaluate((list) => list.scrollHeight)).toBeGreaterThan(height + 1_000)
    await settled(page)
    expect(await topOf(row)).toBeCloseTo(before, 0)
  })

  it('leads from the past back to the newest, and from there goes on live', async () => {
    const page = await openAt(MIDDLE)
    await call(page, 'messages.send', { channelId: long.id, text: 'said meanwhile', clientMessageId: 'meanwhile-1' })
    await page.getByRole('button', { name: translate('en', 'web.conversation.toNewest') }).click()
    await messageSaying(page, 'said meanwhile').waitFor()
    expect(new URL(page.url()).pathname).toBe(long.path)
    await call(page, 'messages.send', { channelId: long.id, text: 'said after', clientMessageId: 'meanwhile-2' })
    await messageSaying(page, 'said after').waitFor()
  })

  it('shows what one sends from the past, at the newest', async () => {
    const page = await openAt(MIDDLE)
    await say(page, 'sent from the past')
    await messageSaying(page, 'sent from the past').waitFor()
    await messageSaying(page, 'said after').waitFor()
  })

  it('holds a bounded number of messages and rows, however far one scrolls', async () => {
    const page = await openAt(MIDDLE)
    await log(page).hover()
    for (let step = 0; step < 40; step += 1) {
      await page.mouse.wheel(0, -3_000)
      await settled(page)
    }
    expect(await page.getByRole('article').count()).toBeLessThan(60)
    const height = await log(page).evaluate((list) => list.scrollHeight)
    expect(height).toBeLessThan(600 * 200)
    await expect.poll(() => log(page).evaluate((list) => list.scrollTop)).toBeGreaterThan(0)
  })
})

describe('the place where one reads', () => {
  it('stays when the text field grows', async () => {
    const page = await openAt(MIDDLE)
    await settled(page)
    await page.keyboard.press('Escape')
    const row = await middleRow(page)
    const before = await topOf(row)
    await page.getByRole('combobox').fill('one\ntwo\nthree\nfour')
    await settled(page)
    expect(await topOf(row)).toBeCloseTo(before, 0)
  })

  it('keeps the focus on a message that was on its way and has arrived', async () => {
    const { page } = visitor
    await page.goto(parley.url + long.path)
    await page.getByRole('article').last().waitFor()
    const held: Route[] = []
    await page.route('**/api/messages.send', (route) => void held.push(route))
    await say(page, 'on its way')
    const row = messageSaying(page, 'on its way')
    await row.locator('.message--pending').waitFor()
    await row.evaluate((element: HTMLElement) => element.focus())
    for (const route of held) await route.continue()
    await row.locator('.message__actions').waitFor({ state: 'attached' })
    expect(await row.evaluate((element) => element === document.activeElement)).toBe(true)
  })
})

describe('going to a day', () => {
  it.each(['en', 'zh'] as const)(
    'leads by keyboard to the first message of a day, and to the beginning: %s',
    async (language) => {
      const { page } = visitor
      const say = textIn(language)
      // The page speaks as its person's account says, whatever this browser spoke before.
      const headers = { origin: parley.url }
      await page.request.post(`${parley.url}/api/users.updateProfile`, { data: { language }, headers })
      await page.goto(parley.url + long.path)
      await page.getByRole('article').last().waitFor()
      await settled(page)
      await page.getByRole('article').last().focus()
      await page.keyboard.press('g')
      const dialog = page.getByRole('dialog', { name: say('web.jump.title') })
      await dialog.waitFor()
      expect(await seriousViolations(page)).toEqual([])
      await dialog.getByRole('button', { name: say('web.jump.beginning') }).press('Enter')
      await isIn(page, 1).waitFor()
      await page.keyboard.press('g')
      const today = await page.evaluate(() => new Intl.DateTimeFormat('sv').format(new Date()))
      await dialog.getByLabel(say('web.jump.day')).fill(today)
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      const datesAround = () =>
        page.evaluate(() => {
          const rows = [...document.querySelectorAll<HTMLElement>('[role=log] article')]
          const index = rows.findIndex((row) => row.dataset.isTarget === 'true')
          return [rows[index - 1], rows[index]].map((row) => row?.querySelector('time')?.dateTime ?? '')
        })
      // The beginning, led to before, stays marked until the day's first message is there; it has none before it.
      await expect.poll(async () => (await datesAround()).every((date) => date !== '')).toBe(true)
      const [before, first] = await datesAround()
      const midnight = new Date(`${today}T00:00:00`).getTime()
      expect(Date.parse(first ?? '')).toBeGreaterThanOrEqual(midnight)
      expect(Date.parse(before ?? '')).toBeLessThan(midnight)
    },
  )
})
