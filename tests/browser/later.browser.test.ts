/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying, say } from './support/actions'
import { type Alone, openAlone } from './support/alone'
import { seriousViolations } from './support/axe'
import { textIn } from './support/text-in'

const en = textIn('en')

// One story: each step goes on from the one before.
describe('messages and reminders that wait for their time', () => {
  let alone: Alone
  let page: Page

  beforeAll(async () => {
    alone = await openAlone('en', 'Harbour')
    page = alone.page
  })

  afterAll(() => alone?.[Symbol.asyncDispose]())

  const composer = () => page.getByRole('main').getByRole('combobox')
  const entry = (saying: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: saying })
  const sidebarLink = (name: string | RegExp) => page.getByRole('navigation').first().getByRole('link', { name })
  const undo = () => page.getByRole('button', { name: en('web.app.undo'), exact: true }).last()

  /** The words are read on the server, once their writer pauses. */
  const readsTime = (dialog: Locator, time: string) =>
    expect.poll(() => dialog.getByLabel(en('web.time.clock')).inputValue(), { timeout: 10_000 }).toBe(time)

  async function sendLater(text: string, choice: string): Promise<void> {
    await composer().fill(text)
    await page.getByRole('button', { name: en('web.later.send') }).click()
    await page.getByRole('menuitem', { name: choice }).click()
  }

  it('schedules with two clicks, and makes it a draft again when that is taken back', async () => {
    expect(await sidebarLink(en('web.later.title')).count()).toBe(0)
    await sendLater('The pilot comes at nine', en('web.later.tomorrow'))
    await expect.poll(() => composer().inputValue()).toBe('')
    await sidebarLink(en('web.later.title')).waitFor()
    await undo().click()
    await expect.poll(() => composer().inputValue()).toBe('The pilot comes at nine')
    await expect.poll(() => sidebarLink(en('web.later.title')).count()).toBe(0)
  })

  it('schedules for a time that is said in words', async () => {
    await sendLater('The pilot comes at nine', en('web.later.choose'))
    const dialog = page.getByRole('dialog', { name: en('web.later.send') })
    await dialog.getByLabel(en('web.later.words')).fill('tomorrow at 15:20')
    await readsTime(dialog, '15:20')
    expect(await seriousViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: en('web.later.submit') }).click()
    await sidebarLink(en('web.later.title')).click()
    await entry('The pilot comes at nine').getByText('15:20').waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })

  it('changes what waits, cancels it with time to think again, and sends it at once', async () => {
    await entry('The pilot comes at nine')
      .getByRole('button', { name: en('web.later.editShort') })
      .click()
    const dialog = page.getByRole('dialog', { name: en('web.later.edit') })
    await dialog.getByLabel(en('web.later.message')).fill('The pilot comes at ten')
    await dialog.getByRole('button', { name: en('web.later.save') }).click()
    const changed = entry('The pilot comes at ten')
    await changed.getByRole('button', { name: en('web.later.cancel') }).click()
    await expect.poll(() => changed.count()).toBe(0)
    await undo().click()
    await changed.getByRole('button', { name: en('web.later.sendNow') }).click()
    await page.getByText(en('web.later.empty')).waitFor()
    await sidebarLink(/^Harbour/).click()
    await messageSaying(page, 'The pilot comes at ten').waitFor()
  })

  it('reminds of a message, chosen by key, until it is put off and done', async () => {
    await say(page, 'The crane needs oil')
    const message = messageSaying(page, 'The crane needs oil')
    await message.locator('.message__actions').waitFor({ state: 'attached' })
    await message.focus()
    await page.keyboard.press('m')
    const dialog = page.getByRole('dialog', { name: en('web.later.remind') })
    await dialog.getByRole('button', { name: en('web.later.tomorrow') }).click()
    expect(await seriousViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: en('web.later.remind') }).click()
    await sidebarLink(en('web.later.title')).click()
    const reminder = entry('The crane needs oil')
    await reminder.getByText('09:00').waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await reminder.getByRole('button', { name: en('web.later.snooze') }).click()
    const putOff = page.getByRole('dialog', { name: en('web.later.snooze') })
    await putOff.getByLabel(en('web.later.words')).fill('tomorrow at 16:45')
    await readsTime(putOff, '16:45')
    await putOff.getByRole('button', { name: en('web.later.save') }).click()
    await reminder.getByText('16:45').waitFor()
    await reminder.getByRole('button', { name: en('web.later.finish') }).click()
    await page.getByText(en('web.later.noReminders')).waitFor()
    await undo().click()
    await reminder.waitFor()
  })

  it('threw nothing that no code caught', () => {
    expect(alone.visitor.faults).toEqual([])
  })
})
