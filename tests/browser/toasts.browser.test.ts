/// <reference lib="dom" />
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseForMessage, messageSaying, OWNER_EMAIL, say, signIn } from './support/actions'
import { type Alone, openAlone } from './support/alone'
import { seriousViolations } from './support/axe'
import { focused, tabTo } from './support/focus'
import { textIn } from './support/text-in'

const text = textIn('en')

// One story: each step goes on from the one before.
describe('what the page says in passing', () => {
  let alone: Alone
  let page: Page

  beforeAll(async () => {
    alone = await openAlone('en', 'Harbour')
    ;({ page } = alone)
  })

  afterAll(() => alone?.[Symbol.asyncDispose]())

  const toasts = () => page.locator('.toast')
  const undo = () =>
    toasts()
      .last()
      .getByRole('button', { name: text('web.app.undo') })
  const muted = text('web.commands.mute.on', { channel: 'Harbour' })

  it('takes no Esc from a dialog that is open below it, and can be taken back without closing that', async () => {
    const held: Route[] = []
    await page.route('**/api/channels.setPreferences', (route) => void held.push(route))
    await say(page, '/mute')
    await expect.poll(() => held.length).toBe(1)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await held[0]?.continue()
    await page.unroute('**/api/channels.setPreferences')
    await page.getByText(muted, { exact: true }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText(muted, { exact: true }).waitFor()
    await page.getByRole('button', { name: text('web.channel.menu') }).focus()
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog', { name: text('web.keys.title') })
    await keys.waitFor()
    await undo().click()
    await page.getByRole('main').getByLabel(text('web.channel.muted')).waitFor({ state: 'detached' })
    expect(await keys.count()).toBe(1)
    await page.keyboard.press('Escape')
  })

  it('is reached with F8, stays while one is there, and goes with Esc from there', async () => {
    await page.getByRole('main').getByRole('combobox').focus()
    await say(page, '/mute')
    await undo().waitFor()
    await page.keyboard.press('F8')
    await tabTo(page, text('web.app.undo'))
    await page.keyboard.press('Escape')
    await toasts().waitFor({ state: 'detached' })
    expect(await focused(page)).not.toBe(text('web.app.undo'))
    await page.getByRole('main').getByLabel(text('web.channel.muted')).waitFor()
  })

  it('covers no field, wherever one goes on to, wide or narrow', async () => {
    const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 }
    for (const size of [
      { width: 1440, height: 900 },
      { width: 360, height: 740 },
    ]) {
      await page.setViewportSize(size)
      await say(page, '/mute')
      await undo().waitFor()
      const conversation = new URL(page.url()).pathname
      expect(await page.evaluate(coveredFields)).toEqual([])
      await page.evaluate(goTo, '/search')
      await page.getByRole('searchbox').waitFor()
      expect(await page.evaluate(coveredFields)).toEqual([])
      await page.evaluate(goTo, conversation)
      await undo().click()
      await toasts().waitFor({ state: 'detached' })
    }
    await page.setViewportSize({ width, height })
  })

  it('takes back once what is pressed twice', async () => {
    await say(page, '/mute')
    await undo().waitFor()
    let calls = 0
    page.on('request', (request) => {
      if (request.url().endsWith('/api/channels.setPreferences')) calls += 1
    })
    await undo().evaluate((button: HTMLButtonElement) => {
      button.click()
      button.click()
    })
    await toasts().waitFor({ state: 'detached' })
    expect(calls).toBe(1)
  })

  it('does what it offered to take back when a fourth pushes it out', async () => {
    const said = ['one', 'two', 'three', 'four'].map((it) => `remove ${it}`)
    for (const it of said) {
      await say(page, it)
      await messageSaying(page, it).locator('.message__actions').waitFor({ state: 'attached' })
    }
    for (const it of said) {
      await chooseForMessage(page, 'en', messageSaying(page, it), 'delete')
      await messageSaying(page, it).waitFor({ state: 'detached' })
    }
    await expect.poll(() => toasts().count()).toBe(3)
    const channelId = new URL(page.url()).pathname.split('/').at(-1)
    const left = async () => {
      const answer = await page.request.get(`${alone.parley.url}/api/messages.list?channelId=${channelId}`)
      const { messages } = (await answer.json()) as { messages: { text: string; deletedAt: string | null }[] }
      return messages.filter(({ text }) => said.includes(text)).map(({ text }) => text)
    }
    await expect.poll(left).toEqual(said.slice(1).toReversed())
  })

  it('does it before its person signs out, and is gone when they have', async () => {
    const path = new URL(page.url()).pathname
    await page.getByRole('button', { name: text('web.nav.profile') }).click()
    await page.getByRole('menuitem', { name: text('web.nav.signOut') }).click()
    await page.getByLabel(text('web.signIn.password')).waitFor()
    expect(await toasts().count()).toBe(0)
    await signIn(page, alone.parley.url, 'en', OWNER_EMAIL)
    await page.goto(alone.parley.url + path)
    await page.getByText(text('web.conversation.start', { channel: 'Harbour' })).waitFor()
    expect(
      await page
        .getByRole('article')
        .filter({ hasText: /remove (one|two|three|four)/ })
        .count(),
    ).toBe(0)
  })
})

/** As links do it, without a reload. */
const goTo = (path: string) => history.pushState(null, '', path)

/** Runs in the page: fields that a toast lies over, and a word if there is no toast. */
function coveredFields(): string[] {
  const boxes = [...document.querySelectorAll('.toast')].map((it) => it.getBoundingClientRect())
  if (boxes.length === 0) return ['no toast']
  const fields = [...document.querySelectorAll<HTMLElement>('input, textarea, select, [contenteditable="true"]')]
  const isOver = (one: DOMRect, other: DOMRect) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  return fields
    .filter((it) => it.checkVisibility() && boxes.some((box) => isOver(box, it.getBoundingClientRect())))
    .map((it) => it.outerHTML.slice(0, 80))
}
