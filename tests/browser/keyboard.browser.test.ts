/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { COLLEAGUE_EMAIL, messageSaying, OWNER_EMAIL, PASSWORD, setUp } from './support/actions'
import { focused, tabTo, untilFocused } from './support/focus'
import { openBrowser, openVisitor } from './support/open-browser'
import { type ParleyProcess, startParleyProcess } from './support/parley-process'
import { textIn } from './support/text-in'
import { words } from './support/words'

const text = textIn('en')
const COMPOSER = /^Message to /

let parley: ParleyProcess
let browser: Browser
let page: Page

/** Nothing below this uses the mouse, nor sets the focus by other means than keys. */
beforeAll(async () => {
  parley = await startParleyProcess()
  browser = await openBrowser()
  const owner = await openVisitor(browser, 'en')
  await setUp(owner.page, parley.setupUrl, 'en', words.en)
  await owner.page.waitForURL(/\/c\//)
  const data = { name: 'Tom Baker', email: COLLEAGUE_EMAIL, password: PASSWORD, language: 'en' }
  await owner.page.request.post(`${parley.url}/api/users.create`, { data, headers: { origin: parley.url } })
  await owner.context.close()
  page = (await openVisitor(browser, 'en')).page
  page.setDefaultTimeout(10_000)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await parley?.[Symbol.asyncDispose]()
})

const press = (...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
const type = (words: string) => page.keyboard.type(words)
const row = (words: string) => messageSaying(page, words)
const isFocused = (words: string) =>
  expect
    .poll(() =>
      page.evaluate(() => (document.activeElement?.matches('article') ? document.activeElement.textContent : '')),
    )
    .toContain(words)

/** Opens the menu that has the focus, and goes to an entry by its arrows. */
async function chooseEntry(name: string): Promise<void> {
  await press('Enter')
  await page.getByRole('menu').getByText(name).waitFor()
  await expect.poll(() => focused(page)).not.toBe('nothing')
  while (!(await focused(page)).includes(name)) {
    const before = await focused(page)
    await press('ArrowDown')
    await expect.poll(() => focused(page), { message: `${name} comes after ${before}` }).not.toBe(before)
  }
  await press('Enter')
}

async function writeMessage(words: string): Promise<void> {
  await type(words)
  await press('Enter')
  await row(words).waitFor()
  await untilFocused(page, COMPOSER)
}

/** The dialog is there and has the focus; Esc closes it. */
async function leaveDialog(): Promise<void> {
  await page.getByRole('dialog').waitFor()
  await expect.poll(() => page.evaluate(() => Boolean(document.activeElement?.closest('[role=dialog]')))).toBe(true)
  await press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** From the composer to the newest message. */
async function toNewest(): Promise<void> {
  await tabTo(page, /./)
  await press('Escape')
  for (let step = 0; step < 40; step += 1) {
    await press('Shift+Tab')
    if (await page.evaluate(() => document.activeElement?.matches('article'))) return
  }
  throw new Error('no message was reached')
}

it('signs in', async () => {
  await page.goto(parley.url)
  await tabTo(page, text('web.signIn.email'))
  await type(OWNER_EMAIL)
  await press('Tab')
  await type(PASSWORD)
  await press('Enter')
  await page.waitForURL(/\/c\//)
  await untilFocused(page, COMPOSER)
})

it.each(['Lighthouse', 'Harbour'])('makes the channel %s from the menu, and stands in its composer', async (name) => {
  await tabTo(page, text('web.nav.add'), 'Shift+Tab')
  await chooseEntry(text('web.nav.newChannel'))
  await untilFocused(page, text('web.createChannel.name'))
  await type(name)
  await press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await untilFocused(page, COMPOSER)
  await expect.poll(() => focused(page)).toContain(name)
})

it('opens what the add menu offers, and comes back to its button on Esc', async () => {
  for (const [entry, title] of [
    ['web.nav.newChannel', 'web.createChannel.title'],
    ['web.nav.newDirect', 'web.direct.title'],
    ['web.nav.browse', 'web.browse.title'],
  ] as const) {
    await tabTo(page, text('web.nav.add'), 'Shift+Tab')
    await chooseEntry(text(entry))
    await page.getByRole('dialog', { name: text(title) }).waitFor()
    await leaveDialog()
    await untilFocused(page, text('web.nav.add'))
  }
})

it('switches channels with the palette and in the list', async () => {
  await press('Control+k')
  await page.getByPlaceholder(text('web.palette.placeholder')).waitFor()
  await type('Lighthouse')
  await press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Lighthouse' }).waitFor()
  await untilFocused(page, /^Message to .*Lighthouse/)
  await tabTo(page, 'Harbour', 'Shift+Tab')
  await press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Harbour' }).waitFor()
  await untilFocused(page, COMPOSER)
})

it('opens and leaves the palette, the keys and search, and is where it was', async () => {
  await press('Control+k')
  await page.getByPlaceholder(text('web.palette.placeholder')).waitFor()
  await press('Escape')
  await untilFocused(page, COMPOSER)
  await tabTo(page, text('web.channel.menu'), 'Shift+Tab')
  await press('?')
  await page.getByRole('dialog', { name: text('web.keys.title') }).waitFor()
  await press('Escape')
  await untilFocused(page, text('web.channel.menu'))
  await press('Control+Shift+f')
  await page.waitForURL(/\/search/)
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Harbour' }).waitFor()
})

it('writes, mentions and takes an emoji', async () => {
  await untilFocused(page, COMPOSER)
  await writeMessage('first words')
  await type('@Tom')
  await page.getByRole('listbox').waitFor()
  await press('Enter')
  await type('see :thumbsup')
  await page.getByRole('listbox').waitFor()
  await press('Enter')
  await press('Enter')
  await row('see').waitFor()
  await expect.poll(() => row('see').innerText()).toMatch(/@Tom Baker[\s\S]*👍/)
})

it('changes the last message with ↑, and is in the composer again', async () => {
  await writeMessage('with a mistkae')
  // The key means the message just sent, also while that is on its way: another one is never taken for it.
  await expect
    .poll(async () => {
      await press('ArrowUp')
      return focused(page)
    })
    .toBe(text('web.message.editLabel'))
  expect(await page.getByRole('textbox', { name: text('web.message.editLabel') }).inputValue()).toBe('with a mistkae')
  await untilFocused(page, text('web.message.editLabel'))
  await press('Control+a')
  await type('without a mistake')
  await press('Enter')
  await row('without a mistake').waitFor()
  await untilFocused(page, COMPOSER)
})

it('reacts, and is on the message again', async () => {
  await toNewest()
  await press('a')
  await untilFocused(page, text('web.emoji.search'))
  await type('rocket')
  await page.getByRole('option', { name: 'rocket' }).waitFor()
  await press('Enter')
  await row('without a mistake')
    .getByRole('button', { name: /🚀|rocket/i })
    .waitFor()
  await isFocused('without a mistake')
})

it('pins, keeps and marks as unread', async () => {
  await press('p')
  await row('without a mistake').getByText(text('web.message.pinned')).waitFor()
  await isFocused('without a mistake')
  await press('s')
  await isFocused('without a mistake')
  await press('u')
  await page.getByText(text('web.message.markedUnread')).first().waitFor()
  await isFocused('without a mistake')
  // A notice that comes after a dialog would be what Esc closes first.
  await expect.poll(() => page.locator('.toast').count(), { timeout: 20_000 }).toBe(0)
})

it.each(['f', 't', 'm'])('opens the dialog of the message on %s, and comes back to the message', async (key) => {
  await press(key)
  await leaveDialog()
  await isFocused('without a mistake')
})

it('replies in a thread, and comes back to the message', async () => {
  await press('r')
  await page.getByRole('complementary').waitFor()
  await expect.poll(() => focused(page)).toMatch(/reply/i)
  await type('a reply')
  await press('Enter')
  await page.getByRole('complementary').getByText('a reply').waitFor()
  await press('Escape')
  await page.getByRole('complementary').waitFor({ state: 'detached' })
  await isFocused('without a mistake')
})

it('deletes from the menu of a message', async () => {
  await press('c')
  await writeMessage('to be deleted')
  await toNewest()
  await tabTo(page, text('web.message.actions'))
  await chooseEntry(text('web.message.delete'))
  await page.getByText(text('web.message.deletedToast')).first().waitFor()
  await expect.poll(() => focused(page)).not.toBe('nothing')
})

it('opens and closes all that the head of a channel has, and comes back to its button', async () => {
  const panels = ['web.pins.title', 'web.files.title'] as const
  for (const entry of panels) {
    await tabTo(page, text('web.channel.menu'), 'Shift+Tab')
    await chooseEntry(text(entry))
    await page.getByRole('complementary', { name: text(entry) }).waitFor()
    await untilFocused(page, text(entry))
    await press('Escape')
    await page.getByRole('complementary').waitFor({ state: 'detached' })
    await untilFocused(page, text('web.channel.menu'))
  }
  await chooseEntry(text('web.jump.open'))
  await leaveDialog()
  await untilFocused(page, text('web.channel.menu'))
  await tabTo(page, text('web.channel.details'))
  await press('Enter')
  await page.getByRole('complementary').waitFor()
  await untilFocused(page, text('web.channel.details'))
  await page.getByRole('button', { name: text('web.channel.edit') }).waitFor()
  await tabTo(page, text('web.channel.edit'))
  await press('Enter')
  await leaveDialog()
  await untilFocused(page, text('web.channel.edit'))
  await press('Escape')
  await page.getByRole('complementary').waitFor({ state: 'detached' })
  await untilFocused(page, text('web.channel.details'))
})

it('invites somebody, and leaves the settings of one’s own where they were opened', async () => {
  await tabTo(page, text('web.nav.profile'), 'Shift+Tab')
  await chooseEntry(text('web.status.set'))
  await leaveDialog()
  await untilFocused(page, text('web.nav.profile'))
  await chooseEntry(text('web.notices.title'))
  await page.waitForURL(/\/notifications/)
  await page.getByText(text('web.notices.show')).first().waitFor()
  await tabTo(page, text('web.notices.show'))
  await tabTo(page, text('web.nav.people'), 'Shift+Tab')
  await press('Enter')
  await page.waitForURL(/\/people/)
  await page.getByRole('button', { name: text('web.people.add') }).waitFor()
  await tabTo(page, text('web.people.add'))
  await press('Enter')
  await leaveDialog()
  await untilFocused(page, text('web.people.add'))
})

it('opens what a page of its own adds, and comes back to its button', async () => {
  for (const [path, button] of [
    ['/integrations', text('web.integrations.addTo', { what: text('web.integrations.bots') })],
    ['/understanding', text('web.intents.add')],
    ['/knowledge', text('web.knowledge.add')],
  ] as const) {
    await page.goto(parley.url + path)
    await page.getByRole('button', { name: button }).first().waitFor()
    await tabTo(page, button)
    await press('Enter')
    await leaveDialog()
    await untilFocused(page, button)
  }
})
