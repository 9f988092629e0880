/// <reference lib="dom" />
import { rename } from 'node:fs/promises'
import path from 'node:path'
import { createServerProcess, type ServerProcess, TEST_PASSWORD } from '@parley/testkit'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createChannel, messageSaying, messages, say } from './support/actions'
import { openBrowser, openVisitor, type Visitor } from './support/open-browser'
import { textIn } from './support/text-in'

const text = textIn('en')
const EMAIL = 'owner@example.org'
const banner = (page: Page) => page.locator('.banner')
const keptBanner = (page: Page) => banner(page).filter({ hasText: /you see what was here at \d\d:\d\d/ })
const composer = (page: Page) => page.getByRole('combobox')

let parley: ServerProcess
let browser: Browser
let visitor: Visitor
let channel: string

beforeAll(async () => {
  const environment = { PARLEY_ADMIN_EMAIL: EMAIL, PARLEY_ADMIN_PASSWORD: TEST_PASSWORD }
  parley = await createServerProcess({ environment })
  await parley.start()
  browser = await openBrowser()
  visitor = await openVisitor(browser, 'en')
  await signIn(visitor.page)
  await createChannel(visitor.page, 'en', 'Harbour')
  channel = visitor.page.url()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await parley?.[Symbol.asyncDispose]()
})

beforeEach(async () => {
  await visitor.page.goto(channel)
  await visitor.page.getByRole('heading', { level: 1, name: 'Harbour' }).waitFor()
})

async function signIn(page: Page): Promise<void> {
  await page.goto(parley.url)
  await page.getByLabel(text('web.signIn.email')).fill(EMAIL)
  await page.getByLabel(text('web.signIn.password')).fill(TEST_PASSWORD)
  await page.getByRole('button', { name: text('web.signIn.submit') }).click()
  await page.getByRole('navigation').first().waitFor()
}

/** What this browser keeps of messages, as its database holds it. */
const keptTexts = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('parley.kept')
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
      // Made by this very look: nothing was ever kept.
      opening.onupgradeneeded = () => opening.result.createObjectStore('states')
    })
    const reading = database.transaction('states').objectStore('states').getAll()
    await new Promise((resolve) => (reading.onsuccess = resolve))
    database.close()
    type View = { window: { messages: { text: string }[] } }
    const views = reading.result.flatMap(({ state }) => [...(state.channels as Map<string, View>).values()])
    return views.flatMap(({ window }) => window.messages.map((message) => message.text))
  })

/** The program is kept by the service worker, and the state by the page. */
async function untilKept(page: Page, words: string): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => keptTexts(page), { timeout: 20_000 }).toContain(words)
  const isProgramKept = () =>
    page.evaluate(async () => {
      const needed = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
      const assets = [...new Set(needed)].filter((it) => it.startsWith('/assets/'))
      const kept = await Promise.all(['/', ...assets].map((it) => caches.match(it)))
      return kept.every(Boolean)
    })
  await expect.poll(isProgramKept, { timeout: 20_000 }).toBe(true)
}

async function storedTexts(page: Page): Promise<readonly string[]> {
  const channelId = new URL(channel).pathname.split('/').at(-1)
  const answer = await page.request.get(`${parley.url}/api/messages.list?channelId=${channelId}`)
  const { messages: found } = (await answer.json()) as { messages: readonly { text: string }[] }
  return found.map((it) => it.text).toReversed()
}

it('starts without a network and without a server, shows what was read, and sends once what was written meanwhile', async () => {
  const { page, context } = visitor
  await say(page, 'read before the journey')
  await messageSaying(page, 'read before the journey').waitFor()
  await untilKept(page, 'read before the journey')
  await parley.stop()
  await context.setOffline(true)
  await page.reload()
  await messageSaying(page, 'read before the journey').waitFor()
  await keptBanner(page).waitFor()
  await say(page, 'written on the way')
  await messageSaying(page, 'written on the way').waitFor()
  // Again from the beginning: what waits is kept, too.
  await page.reload()
  await messageSaying(page, 'written on the way').waitFor()
  await parley.start()
  await context.setOffline(false)
  await expect.poll(() => banner(page).count(), { timeout: 60_000 }).toBe(0)
  await expect.poll(() => page.locator('.message--pending').count(), { timeout: 30_000 }).toBe(0)
  await expect.poll(() => storedTexts(page)).toEqual(['read before the journey', 'written on the way'])
  await expect.poll(() => messages(page).filter({ hasText: 'written on the way' }).count()).toBe(1)
  expect(visitor.faults).toEqual([])
}, 180_000)

it('keeps the place of a page that was never opened until there is a connection, and breaks nothing else', async () => {
  const { page, context } = visitor
  const link = (name: string) => page.getByRole('navigation').first().getByRole('link', { name })
  await context.setOffline(true)
  await link(text('web.nav.people')).click()
  await page.getByRole('status', { name: text('web.app.loading') }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Harbour' }).waitFor()
  await link(text('web.nav.people')).click()
  await context.setOffline(false)
  await page.getByRole('heading', { level: 1, name: text('web.nav.people') }).waitFor()
  expect(visitor.faults).toEqual([])
})

it('says that the database is away, lets one read and write, and goes on by itself when it is back', async () => {
  const { page } = visitor
  await say(page, 'before the outage')
  await messageSaying(page, 'before the outage').waitFor()
  const directory = path.join(parley.dataDirectory, 'postgres')
  const pid = await parley.databasePid()
  // Its successor finds no data, and is tried again and again.
  await rename(directory, `${directory}-away`)
  process.kill(pid, 'SIGKILL')
  await banner(page)
    .filter({ hasText: text('web.connection.databaseAway') })
    .waitFor({ timeout: 30_000 })
  const refused = await page.request.post(`${parley.url}/api/messages.send`, {
    headers: { origin: parley.url },
    data: { channelId: new URL(channel).pathname.slice('/c/'.length), text: 'no', clientMessageId: 'refused-1' },
  })
  expect(refused.status()).toBe(503)
  expect(await refused.json()).toMatchObject({ error: { code: 'database_unavailable' } })
  await say(page, 'during the outage')
  await messageSaying(page, 'during the outage').waitFor()
  await messageSaying(page, 'before the outage').waitFor()
  await rename(`${directory}-away`, directory)
  await expect.poll(() => banner(page).count(), { timeout: 60_000 }).toBe(0)
  await expect.poll(() => page.locator('.message--pending').count(), { timeout: 60_000 }).toBe(0)
  expect((await storedTexts(page)).slice(-2)).toEqual(['before the outage', 'during the outage'])
}, 180_000)

it('offers to load a newer program, and keeps what is being written', async () => {
  const { page } = visitor
  const told: string[] = []
  let isNewer = true
  await page.routeWebSocket(/\/api\/events/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((data) => {
      const frame = JSON.parse(String(data))
      if (frame.webBuild) told.push(frame.webBuild)
      socket.send(frame.webBuild && isNewer ? JSON.stringify({ ...frame, webBuild: 'newer.js' }) : data)
    })
  })
  await page.reload()
  await banner(page)
    .filter({ hasText: text('web.offline.newer') })
    .waitFor()
  await composer(page).fill('half a sentence')
  isNewer = false
  await banner(page)
    .getByRole('button', { name: text('web.app.reload') })
    .click()
  await expect.poll(() => banner(page).count()).toBe(0)
  await expect.poll(() => composer(page).inputValue()).toBe('half a sentence')
  const own = await page.locator('script[type=module]').getAttribute('src')
  await expect.poll(() => new Set(told)).toEqual(new Set([own?.split('/').at(-1)]))
  await composer(page).fill('')
})

it('keeps nothing on a device where one does not want it, and nothing when one has signed out', async () => {
  const { page } = visitor
  await say(page, 'for no other eyes')
  await messageSaying(page, 'for no other eyes').waitFor()
  await untilKept(page, 'for no other eyes')
  await page.getByRole('button', { name: text('web.nav.profile') }).click()
  await page.getByRole('menuitemcheckbox', { name: text('web.offline.keep') }).click()
  await expect.poll(() => keptTexts(page)).toEqual([])
  await page.getByRole('menuitemcheckbox', { name: text('web.offline.keep') }).click()
  await expect.poll(() => keptTexts(page)).toContain('for no other eyes')
  await page.getByRole('menuitem', { name: text('web.nav.signOut') }).click()
  await page.getByLabel(text('web.signIn.email')).waitFor()
  await expect.poll(() => keptTexts(page)).toEqual([])
})
