/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousViolations } from './support/axe'
import { untilFocused } from './support/focus'
import { look } from './support/look'
import type { Visitor } from './support/open-browser'
import { openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'

const languages = {
  en: { shown: '5 Feb 2027', typed: '5 feb 2027' },
  zh: { shown: '2027年2月5日', typed: '2027年2月5号' },
}

// The browser is English in both: what somebody's account says is what counts.
describe.each(['zh', 'en'] as const)('days and times are written as the page speaks: %s', (language) => {
  const text = textIn(language)
  const { shown, typed } = languages[language]
  let team: Team
  let owner: Visitor
  let page: Page

  beforeAll(async () => {
    team = await openTeam()
    ;({ owner } = team)
    page = owner.page
    await team.post('users.updateProfile', { language, timeZone: 'Asia/Shanghai' })
    await page.goto(`${team.parley.url}/tasks`)
    await page
      .getByRole('button', { name: text('web.tasks.new') })
      .first()
      .click()
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  const dialog = () => page.getByRole('dialog', { name: text('web.tasks.new') })
  const due = (): Locator => dialog().getByLabel(text('web.tasks.due'))
  const grid = () => page.getByRole('grid')

  it('reads what is typed, and shows it in one way when one leaves the field', async () => {
    await dialog().getByLabel(text('web.tasks.newTitle')).fill('Paint the hull')
    await due().fill(typed)
    await due().press('Tab')
    expect(await due().inputValue()).toBe(shown)
    await due().fill('2027-02-05')
    await due().blur()
    expect(await due().inputValue()).toBe(shown)
  })

  it('says what it cannot read, and takes that back as soon as it can', async () => {
    await due().fill('31 February')
    await dialog()
      .getByRole('button', { name: text('web.tasks.create') })
      .click()
    await dialog().getByText(text('web.form.unreadable')).waitFor()
    expect(await due().getAttribute('aria-invalid')).toBe('true')
    expect(await seriousViolations(page)).toEqual([])
    await due().fill(typed)
    await dialog().getByText(text('web.form.unreadable')).waitFor({ state: 'detached' })
  })

  it('is chosen from a month by keyboard, which gives the focus back', async () => {
    await due().press('Alt+ArrowDown')
    await untilFocused(page, language === 'zh' ? /2027年2月5日/ : /5 February 2027/)
    expect(await seriousViolations(page)).toEqual([])
    await look(owner, `month-${language}`)
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', 'PageUp', 'Home']) await page.keyboard.press(key)
    await untilFocused(page, language === 'zh' ? /2027年2月8日/ : /8 February 2027/)
    await page.keyboard.press('Escape')
    await grid().waitFor({ state: 'detached' })
    await dialog().waitFor()
    expect(await due().inputValue()).toBe(shown)
    await untilFocused(page, text('web.time.calendar'))
    await page.keyboard.press('Enter')
    await untilFocused(page, /2027/)
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await grid().waitFor({ state: 'detached' })
    expect(await due().inputValue()).toBe(language === 'zh' ? '2027年2月7日' : '7 Feb 2027')
    await untilFocused(page, text('web.time.calendar'))
  })

  it('is kept as a day', async () => {
    await dialog()
      .getByRole('button', { name: text('web.tasks.create') })
      .click()
    await dialog().waitFor({ state: 'detached' })
    const { tasks } = await team.query('tasks.list')
    expect(tasks).toMatchObject([{ title: 'Paint the hull', due: '2027-02-07' }])
  })

  it('takes hours of a day, in words too, by their clocks alone', async () => {
    await page.goto(`${team.parley.url}/notifications`)
    await page.getByRole('button', { name: text('web.notices.addPeriod') }).click()
    const from = page.getByLabel(text('web.notices.from'))
    await from.fill(language === 'zh' ? '晚上9点半' : '9.30 pm')
    await from.blur()
    expect(await from.inputValue()).toBe('21:30')
    await from.press('ArrowUp')
    expect(await from.inputValue()).toBe('21:45')
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    await page.getByRole('textbox', { name: text('web.notices.until') }).fill(tomorrow)
    expect(await page.getByLabel(text('web.time.clock')).inputValue()).toBe('09:00')
    await page.getByRole('button', { name: text('web.notices.begin'), exact: true }).click()
    await page.getByRole('button', { name: text('web.notices.end') }).waitFor()
    const { me } = await team.query('state')
    // Nine in Shanghai, whatever the clock of this machine says.
    expect(me.doNotDisturb.until).toBe(`${tomorrow}T01:00:00.000Z`)
    expect(await seriousViolations(page)).toEqual([])
    await look(owner, `until-${language}`)
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect(owner.faults).toEqual([])
  })
})
