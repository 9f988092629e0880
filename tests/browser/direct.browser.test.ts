import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying, openFromMenu, PASSWORD, say } from './support/actions'
import { seriousViolations } from './support/axe'
import { look } from './support/look'
import type { Visitor } from './support/open-browser'
import { openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'
import { words } from './support/words'

const en = textIn('en')
const zh = textIn('zh')

// One story: each step goes on from the one before. The owner reads English, the colleague Chinese.
describe('talks of a few people', () => {
  let team: Team
  let owner: Visitor
  let colleague: Visitor
  let talk: string

  beforeAll(async () => {
    team = await openTeam()
    ;({ owner, colleague } = team)
    for (const name of ['李娜', 'Ann Lee'])
      await team.post('users.create', { name, email: `${encodeURI(name).length}@example.org`, password: PASSWORD })
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  const sidebarLink = (page: Page, name: string | RegExp) =>
    page.getByRole('navigation').first().getByRole('link', { name })
  const head = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
  const dialogOf = (page: Page) => page.getByRole('dialog')

  it('begins with several, found by pinyin and ticked by keyboard, and is called by their names', async () => {
    const { page } = owner
    await openFromMenu(page, 'en', 'newDirect')
    const search = dialogOf(page).getByLabel(en('web.direct.search'))
    await search.fill('wangwei')
    await dialogOf(page).getByRole('checkbox', { name: '王伟' }).press('Space')
    await search.fill('li')
    await dialogOf(page).getByRole('checkbox', { name: '李娜' }).press('Space')
    expect(await seriousViolations(page)).toEqual([])
    await look(owner, 'direct-dialog-en')
    await dialogOf(page)
      .getByRole('button', { name: en('web.direct.submit') })
      .press('Enter')
    await head(page, '王伟, 李娜').waitFor()
    talk = page.url()
    await say(page, 'Lunch at noon?')
    await messageSaying(page, 'Lunch at noon?').waitFor()
  })

  it('counts each message for everybody in it, names the others in the reader’s way, and is read by opening it', async () => {
    const { page } = colleague
    const link = sidebarLink(page, `${words.en.owner}、李娜`)
    await link.getByText(zh('web.nav.calls', { count: 1 })).waitFor({ state: 'attached' })
    await expect.poll(() => page.title()).toMatch(/^\(1\) /)
    await look(colleague, 'direct-unread-zh')
    await link.click()
    await head(page, `${words.en.owner}、李娜`).waitFor()
    await messageSaying(page, 'Lunch at noon?').waitFor()
    await expect.poll(() => page.title()).not.toMatch(/^\(/)
    await say(page, '好，老地方')
    await messageSaying(owner.page, '好，老地方').waitFor()
  })

  it('is the same talk when somebody begins it again', async () => {
    const { page } = owner
    await page.goto(`${team.parley.url}/tasks`)
    await openFromMenu(page, 'en', 'newDirect')
    for (const name of ['李娜', '王伟']) await dialogOf(page).getByRole('checkbox', { name }).check()
    await dialogOf(page)
      .getByRole('button', { name: en('web.direct.submit') })
      .click()
    await page.waitForURL(talk)
    await messageSaying(page, 'Lunch at noon?').waitFor()
  })

  it('is another talk with one more, who reads nothing of what was said before', async () => {
    const { page } = owner
    await page.getByRole('button', { name: en('web.channel.directDetails') }).click()
    const panel = page.getByRole('complementary')
    await panel.getByRole('button', { name: en('web.channel.addPeople') }).click()
    await dialogOf(page)
      .getByText(en('web.direct.apart', { names: '王伟, 李娜' }))
      .waitFor()
    expect(await dialogOf(page).getByRole('checkbox', { name: '王伟' }).count()).toBe(0)
    await dialogOf(page).getByRole('checkbox', { name: 'Ann Lee' }).check()
    expect(await seriousViolations(page)).toEqual([])
    await look(owner, 'direct-add-en')
    await dialogOf(page)
      .getByRole('button', { name: en('web.direct.submit') })
      .click()
    await head(page, '王伟, 李娜, Ann Lee').waitFor()
    expect(page.url()).not.toBe(talk)
    expect(await page.getByText('Lunch at noon?').count()).toBe(0)
    await sidebarLink(page, /^王伟, 李娜(?!, Ann)/).click()
    await messageSaying(page, 'Lunch at noon?').waitFor()
  })

  it('says why it cannot begin, and keeps whom one picked', async () => {
    const { page } = owner
    await openFromMenu(page, 'en', 'newDirect')
    await dialogOf(page).getByRole('checkbox', { name: 'Ann Lee' }).check()
    await page.route('**/api/channels.openDirect', (route) => route.abort(), { times: 1 })
    const submit = dialogOf(page).getByRole('button', { name: en('web.direct.submit') })
    await submit.click()
    await dialogOf(page).getByRole('alert').waitFor()
    await expect.poll(() => dialogOf(page).getByRole('checkbox', { name: 'Ann Lee' }).isChecked()).toBe(true)
    await submit.click()
    await page.getByRole('heading', { level: 1, name: 'Ann Lee' }).waitFor()
    expect([...owner.faults, ...colleague.faults]).toEqual([])
  })
})
