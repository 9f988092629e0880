/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLLEAGUE_EMAIL, messageSaying, PASSWORD, say, signIn } from './support/actions'
import { seriousViolations } from './support/axe'
import { openVisitor, type Visitor } from './support/open-browser'
import { meetIn, openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'
import { words } from './support/words'

const en = textIn('en')
const zh = textIn('zh')

// One story: each step goes on from the one before. The owner reads English, the colleague Chinese.
describe('people, and what they do to each other', () => {
  let team: Team
  let parley: Team['parley']
  let browser: Browser
  let owner: Visitor
  let colleague: Visitor
  let post: Team['post']

  beforeAll(async () => {
    team = await openTeam({ timeZone: 'Asia/Shanghai' })
    ;({ parley, browser, owner, colleague, post } = team)
    await post('users.create', { name: 'Ann Lee', email: 'ann@example.org', password: PASSWORD })
    await meetIn(team, 'Harbour')
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  const profileMenu = (page: Page, name: string) => page.getByRole('button', { name })

  it('shows a status beside the name to others, as soon as it is set from a preset', async () => {
    const { page } = colleague
    await say(page, '大家好')
    await profileMenu(page, zh('web.nav.profile')).click()
    await page.getByRole('menuitem', { name: zh('web.status.set') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: zh('web.status.leave') })
      .click()
    expect(await seriousViolations(page)).toEqual([])
    await page
      .getByRole('dialog')
      .getByRole('button', { name: zh('web.profile.save') })
      .click()
    const mark = messageSaying(owner.page, '大家好').getByRole('img', { name: /休假/ })
    await mark.waitFor()
    await expect.poll(() => mark.innerText()).toBe('🌴')
  })

  it('tells who is typing, and that they have stopped', async () => {
    await colleague.page.getByRole('combobox').pressSequentially('稍')
    await owner.page.getByText(en('web.typing.one', { name: '王伟' })).waitFor()
    await colleague.page.getByRole('combobox').fill('')
    await owner.page.getByText(en('web.typing.one', { name: '王伟' })).waitFor({ state: 'detached' })
  })

  it('opens a profile from a message: presence, local time, role', async () => {
    const { page } = owner
    await messageSaying(page, '大家好').getByRole('button', { name: '王伟' }).click()
    const panel = page.getByRole('complementary', { name: en('web.profile.title') })
    await panel.getByRole('img', { name: en('web.presence.active') }).waitFor()
    await panel.getByText('Asia/Shanghai').waitFor()
    await panel.getByText(COLLEAGUE_EMAIL).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('makes a group, completes its handle with its size, and marks the call for its member', async () => {
    const { page } = owner
    await page.goto(`${parley.url}/people`)
    await page.getByRole('radio', { name: en('web.groups.title') }).click()
    await page.getByRole('button', { name: en('web.groups.new') }).click()
    await page.getByLabel(en('web.groups.name'), { exact: true }).fill('Design')
    await page.getByLabel(en('web.groups.handle')).fill('设计组')
    await page.getByRole('dialog').getByRole('checkbox', { name: '王伟' }).check()
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('button', { name: en('web.groups.create') }).click()
    await page.getByText('@设计组').waitFor()
    await page
      .getByRole('navigation')
      .first()
      .getByRole('link', { name: /Harbour/ })
      .click()
    await page.getByRole('combobox').pressSequentially('@设计')
    await page.getByRole('option', { name: /设计组.*1 person/ }).click()
    await page.getByRole('combobox').pressSequentially('please look')
    await page.keyboard.press('Enter')
    const call = messageSaying(colleague.page, 'please look').locator('.mention--mine')
    await call.waitFor()
    await expect.poll(() => call.innerText()).toBe('@设计组')
  })

  it('offers to bring in somebody who was named and is not in the channel', async () => {
    const { page } = owner
    await say(page, '@Ann Lee what do you think?')
    const offer = page.getByRole('status').filter({ hasText: 'Ann Lee' })
    await offer.getByRole('button', { name: en('web.invite.add') }).click()
    await offer.waitFor({ state: 'detached' })
  })

  it('lets only moderators begin where a rule says so', async () => {
    const { page } = owner
    await page.getByRole('button', { name: en('web.channel.details') }).click()
    await page.getByLabel(en('web.rules.post')).selectOption('moderators')
    await colleague.page.getByText(zh('web.rules.restricted')).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.getByLabel(en('web.rules.post')).selectOption('members')
    await colleague.page.getByRole('combobox').waitFor()
    await page.getByRole('button', { name: en('web.channel.details') }).click()
  })

  it('takes a report to the owner’s list, where it is decided and leaves an entry', async () => {
    await say(owner.page, 'Buy my boat')
    const message = messageSaying(colleague.page, 'Buy my boat')
    await post('users.create', { name: 'Admin', email: 'admin@example.org', password: PASSWORD, role: 'administrator' })
    await message.hover()
    await message.getByRole('button', { name: zh('web.message.actions') }).click()
    await colleague.page.getByRole('menuitem', { name: zh('web.report.action') }).click()
    expect(await seriousViolations(colleague.page)).toEqual([])
    await colleague.page
      .getByRole('dialog')
      .getByRole('button', { name: zh('web.report.submit') })
      .click()
    await colleague.page.getByRole('dialog').waitFor({ state: 'detached' })
    // The owner wrote it: somebody else decides.
    const admin = await openVisitor(browser, 'en')
    admin.page.setDefaultTimeout(10_000)
    await signIn(admin.page, parley.url, 'en', 'admin@example.org')
    await admin.page.getByRole('link', { name: new RegExp(en('web.review.titleWithLog')) }).click()
    const report = admin.page.getByRole('listitem').filter({ hasText: 'Buy my boat' }).first()
    await report.getByRole('checkbox', { name: en('web.review.removeMessage') }).check()
    expect(await seriousViolations(admin.page)).toEqual([])
    await report.getByRole('button', { name: en('web.review.decide') }).click()
    await admin.page.getByText(en('web.review.none')).waitFor()
    await admin.page.getByRole('radio', { name: en('web.review.log') }).click()
    await admin.page.getByText(en('web.audit.entry.remove', { actor: 'Admin', person: words.en.owner })).waitFor()
    await message.waitFor({ state: 'detached' })
    expect(admin.faults).toEqual([])
  })

  it('offers a guest nothing that is not for guests', async () => {
    await post('users.create', {
      name: 'Gil',
      email: 'gil@example.org',
      password: PASSWORD,
      role: 'guest',
      language: 'en',
    })
    const { page, context, faults } = await openVisitor(browser, 'en')
    await signIn(page, parley.url, 'en', 'gil@example.org')
    await page.getByRole('button', { name: en('web.nav.add') }).click()
    await page.getByRole('menuitem').first().waitFor()
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([en('web.nav.newDirect')])
    await page.goto(`${parley.url}/knowledge`)
    await page.getByText(en('web.knowledge.empty')).waitFor()
    expect(await page.getByRole('button', { name: en('web.knowledge.add') }).count()).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })

  it('puts somebody out at once who is suspended', async () => {
    const { page } = owner
    await page
      .getByRole('navigation')
      .first()
      .getByRole('link', { name: en('web.nav.people') })
      .click()
    await page.getByRole('button', { name: en('web.people.actions', { name: '王伟' }) }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('button', { name: en('web.people.actions', { name: '王伟' }) }).click()
    await page.getByRole('menuitem', { name: en('web.govern.suspend') }).click()
    await page.getByLabel(en('web.govern.reason')).fill('a rest')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: en('web.govern.suspendAct') })
      .click()
    await colleague.page.getByLabel(zh('web.signIn.password')).waitFor()
    await colleague.page.getByRole('alert').getByText(zh('error.account_suspended')).waitFor()
    expect(await seriousViolations(colleague.page)).toEqual([])
    await page.getByText(/Suspended until/).waitFor()
    expect(owner.faults).toEqual([])
    expect(colleague.faults).toEqual([])
  })
})
