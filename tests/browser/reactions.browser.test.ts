/// <reference lib="dom" />
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying, OWNER_EMAIL, openFromMenu, say, signIn } from './support/actions'
import { seriousViolations } from './support/axe'
import { openVisitor, type Visitor } from './support/open-browser'
import { meetIn, openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'
import { words } from './support/words'

const en = textIn('en')
const zh = textIn('zh')

// One story: each step goes on from the one before. The owner reads English, the colleague Chinese.
describe('reacting, keeping and coming back to messages', () => {
  let team: Team
  let parley: Team['parley']
  let browser: Browser
  let owner: Visitor
  let colleague: Visitor
  let harbour: string

  beforeAll(async () => {
    team = await openTeam()
    ;({ parley, browser, owner, colleague } = team)
    harbour = (await meetIn(team, 'Harbour')).path
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  const chip = (page: Page, emoji: string): Locator =>
    page.getByRole('main').getByRole('button', { name: new RegExp(`^${emoji}`) })
  const sidebarLink = (page: Page, name: string | RegExp): Locator =>
    page.getByRole('navigation').first().getByRole('link', { name })
  const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement)
  const countOf = (page: Page, emoji: string) => chip(page, emoji).innerText()

  async function chooseInChannelMenu(page: Page, label: string): Promise<void> {
    await page.getByRole('button', { name: en('web.channel.menu') }).click()
    await page.getByRole('menuitem', { name: label }).click()
  }

  it('reacts by keyboard with an emoji found by its name, and gives the focus back to the message', async () => {
    const { page } = owner
    await say(page, 'The crane is repaired')
    const message = messageSaying(page, 'The crane is repaired')
    // A message on its way takes no actions yet.
    await message.locator('.message__actions').waitFor({ state: 'attached' })
    await message.focus()
    await page.keyboard.press('a')
    await page.getByRole('combobox', { name: en('web.emoji.search') }).fill('tada')
    await page.getByRole('option', { name: 'party popper' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => chip(page, '🎉').getAttribute('aria-pressed')).toBe('true')
    await expect.poll(() => isFocused(message)).toBe(true)
  })

  it('shows the reaction to others at once, who join in with a click and take it back', async () => {
    const { page } = colleague
    await chip(page, '🎉').click()
    await expect.poll(() => countOf(owner.page, '🎉')).toContain('2')
    await expect.poll(() => chip(owner.page, '🎉').getAttribute('title')).toBe('🎉 you and 王伟')
    await expect.poll(() => chip(page, '🎉').getAttribute('title')).toBe('🎉 Grace Miller和你')
    await chip(page, '🎉').click()
    await expect.poll(() => countOf(owner.page, '🎉')).toContain('1')
    await expect.poll(() => chip(page, '🎉').getAttribute('aria-pressed')).toBe('false')
  })

  it('finds emoji by their Chinese names, and offers those picked before first', async () => {
    const { page } = colleague
    await messageSaying(page, 'The crane is repaired').focus()
    await page.keyboard.press('a')
    await page.getByRole('combobox', { name: zh('web.emoji.search') }).fill('鼓掌')
    await page.getByRole('option', { name: '鼓掌' }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('option', { name: '鼓掌' }).click()
    await chip(owner.page, '👏').waitFor()
    await messageSaying(page, 'The crane is repaired').focus()
    await page.keyboard.press('a')
    const often = page.getByRole('group', { name: zh('web.emoji.frequent') })
    await expect.poll(() => often.getByRole('option').first().innerText()).toBe('👏')
    await page.keyboard.press('Escape')
  })

  it('pins for everybody, lists what is pinned, and takes the pin off', async () => {
    const { page } = owner
    await messageSaying(page, 'The crane is repaired').focus()
    await page.keyboard.press('p')
    await colleague.page.getByText(zh('web.message.pinnedBy', { name: words.en.owner })).waitFor()
    await chooseInChannelMenu(page, en('web.pins.title'))
    const panel = page.getByRole('complementary', { name: en('web.pins.title') })
    await panel.getByText('The crane is repaired').waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await panel.getByRole('button', { name: en('web.message.unpin') }).click()
    await panel.getByText(en('web.pins.empty')).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => panel.count()).toBe(0)
  })

  it('keeps a message for later, on a page of its own, until it is done', async () => {
    const { page } = owner
    await messageSaying(page, 'The crane is repaired').focus()
    await page.keyboard.press('s')
    await messageSaying(page, en('web.message.saved')).waitFor()
    await sidebarLink(page, en('web.saved.title')).click()
    const kept = page.getByRole('main').getByRole('listitem').filter({ hasText: 'The crane is repaired' })
    await kept.getByRole('link').click()
    await page.waitForURL(/\/m\/\d+$/)
    await page.goBack()
    await kept.getByRole('button', { name: en('web.saved.done') }).click()
    await page.getByText(en('web.saved.empty')).waitFor()
  })

  it('calls everybody with a completed @, counts it in the sidebar and the title, and lists it', async () => {
    const field = colleague.page.getByRole('main').getByRole('combobox')
    await field.pressSequentially('@所')
    await colleague.page.getByRole('option', { name: zh('web.composer.everyone') }).waitFor()
    await field.press('Enter')
    await field.pressSequentially('船到了')
    await field.press('Enter')
    const { page } = owner
    await expect.poll(() => page.title()).toMatch(/^\(1\) /)
    await expect.poll(() => sidebarLink(page, /^Harbour/).innerText()).toContain('1')
    await sidebarLink(page, new RegExp(`^${en('web.mentions.title')}`)).click()
    await page.getByRole('main').getByText('船到了').waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.keyboard.press('n')
    await page.waitForURL(`**${harbour}`)
    await expect.poll(() => page.locator('.mention--mine').innerText()).toBe('@所有人')
    await expect.poll(() => page.title()).not.toMatch(/^\(/)
  })

  it('leaves messages unread from where the reader says, until they come back', async () => {
    const { page } = owner
    await messageSaying(page, '船到了').focus()
    await page.keyboard.press('u')
    await page.getByText(en('web.message.markedUnread'), { exact: true }).waitFor()
    await expect.poll(() => page.title()).toMatch(/^\(1\) /)
    await page.getByText(en('web.conversation.unread', { count: 1 }), { exact: true }).waitFor()
    await sidebarLink(page, en('web.nav.tasks')).click()
    await expect.poll(() => page.title()).toMatch(/^\(1\) /)
    await sidebarLink(page, /^Harbour/).click()
    await expect.poll(() => page.title()).not.toMatch(/^\(/)
  })

  it('shows what an edited message said before', async () => {
    const { page } = owner
    await messageSaying(page, 'The crane is repaired').focus()
    await page.keyboard.press('e')
    const editor = page.getByRole('textbox', { name: en('web.message.editLabel') })
    await editor.fill('The crane works again')
    await editor.press('Enter')
    const edited = messageSaying(colleague.page, 'The crane works again')
    await edited.getByRole('button', { name: zh('web.message.edited') }).click()
    const dialog = colleague.page.getByRole('dialog', { name: zh('web.history.title') })
    await dialog.getByText('The crane is repaired').waitFor()
    expect(await seriousViolations(colleague.page)).toEqual([])
    await colleague.page.keyboard.press('Escape')
  })

  it('puts a starred channel on top, and keeps a muted one quiet', async () => {
    const { page } = owner
    await chooseInChannelMenu(page, en('web.channel.star'))
    const starred = page.locator('.sidebar__section').filter({ hasText: en('web.nav.starred') })
    await starred.getByRole('link', { name: 'Harbour' }).waitFor()
    await chooseInChannelMenu(page, en('web.channel.mute'))
    await expect.poll(() => starred.locator('.side-link--quiet').count()).toBe(1)
    await sidebarLink(page, en('web.nav.tasks')).click()
    await say(colleague.page, '静音也要能看到')
    await colleague.page.getByRole('main').getByText('静音也要能看到').waitFor()
    await page.keyboard.press('n')
    await page.getByText(en('web.nav.allRead'), { exact: true }).waitFor()
    await starred.getByRole('link', { name: 'Harbour' }).click()
    await messageSaying(page, '静音也要能看到').waitFor()
  })

  it('has a draft on every device of its writer, until it is sent on one of them', async () => {
    const { page } = owner
    const field = page.getByRole('main').getByRole('combobox')
    await field.fill('Half a thought')
    await sidebarLink(page, en('web.nav.tasks')).click()
    await sidebarLink(page, /^Harbour/)
      .getByLabel(en('web.nav.draft'))
      .waitFor()
    const phone = await openVisitor(browser, 'en')
    await signIn(phone.page, parley.url, 'en', OWNER_EMAIL)
    await phone.page.goto(parley.url + harbour)
    const there = phone.page.getByRole('main').getByRole('combobox')
    await expect.poll(() => there.inputValue()).toBe('Half a thought')
    await sidebarLink(page, /^Harbour/).click()
    await expect.poll(() => field.inputValue()).toBe('Half a thought')
    await there.press('Enter')
    await expect.poll(() => field.inputValue()).toBe('')
    await phone.context.close()
  })

  it('completes an emoji between colons, and leaves a colon in a sentence alone', async () => {
    const { page } = owner
    const field = page.getByRole('main').getByRole('combobox')
    await field.pressSequentially('well done :tada')
    await page.getByRole('option', { name: /party popper/ }).waitFor()
    await field.press('Enter')
    expect(await field.inputValue()).toBe('well done 🎉')
    await field.fill('')
    await field.pressSequentially('时间:明天')
    await field.press('Enter')
    await messageSaying(page, '时间:明天').waitFor()
  })

  it('closes a channel for writing, shows it among the archived ones, and opens it again', async () => {
    const { page } = owner
    await chooseInChannelMenu(page, en('web.channel.archive'))
    await page.getByText(en('web.channel.archived')).waitFor()
    await colleague.page.getByText(zh('web.channel.archived')).waitFor()
    await expect.poll(() => chip(page, '🎉').isDisabled()).toBe(true)
    await sidebarLink(page, en('web.nav.tasks')).click()
    await expect.poll(() => sidebarLink(page, /^Harbour/).count()).toBe(0)
    await openFromMenu(page, 'en', 'browse')
    const row = page.getByRole('listitem').filter({ hasText: 'Harbour' })
    await row.getByRole('button', { name: en('web.browse.open') }).click()
    await page
      .getByRole('main')
      .getByRole('button', { name: en('web.channel.reopen') })
      .click()
    await page.getByRole('main').getByRole('combobox').waitFor()
  })

  it('threw nothing that no code caught', () => {
    expect([...owner.faults, ...colleague.faults]).toEqual([])
  })
})
