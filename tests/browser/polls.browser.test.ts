import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousViolations } from './support/axe'
import { look } from './support/look'
import type { Visitor } from './support/open-browser'
import { meetIn, openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'

const en = textIn('en')
const zh = textIn('zh')
const QUESTION = 'Where do we meet?'

// One story: each step goes on from the one before. The owner reads English, the colleague Chinese.
describe('asking people to choose', () => {
  let team: Team
  let owner: Visitor
  let colleague: Visitor

  beforeAll(async () => {
    team = await openTeam()
    ;({ owner, colleague } = team)
    await meetIn(team, 'harbour')
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  const pollOf = ({ page }: Visitor) => page.getByRole('group', { name: QUESTION })
  const choice = (visitor: Visitor, name: string) => pollOf(visitor).getByRole('button', { name })

  it('is filled in by keyboard in a dialog without faults', async () => {
    const { page } = owner
    await page.getByRole('button', { name: en('web.poll.new') }).click()
    await page.getByLabel(en('web.poll.question')).fill(QUESTION)
    await page.getByLabel(en('web.poll.option', { number: 1 })).fill('Harbour')
    await page.getByLabel(en('web.poll.option', { number: 2 })).fill('Town hall')
    expect(await seriousViolations(page)).toEqual([])
    await look(owner, 'dialog-en')
    await page.getByLabel(en('web.poll.option', { number: 2 })).press('Enter')
    await pollOf(owner).waitFor()
  })

  it('shows every vote to everybody at once, in their language', async () => {
    await choice(colleague, 'Harbour').press('Enter')
    await choice(owner, 'Harbour').filter({ hasText: '1 vote: 王伟' }).waitFor()
    await choice(owner, 'Town hall').click()
    await choice(colleague, 'Town hall')
      .filter({ hasText: /1 票：/ })
      .waitFor()
    await expect.poll(() => choice(colleague, 'Harbour').getAttribute('aria-pressed')).toBe('true')
    await look(owner, 'poll-en')
    await look(colleague, 'poll-zh')
    expect(await seriousViolations(colleague.page)).toEqual([])
  })

  it('is closed by whoever asked, and then takes no vote', async () => {
    expect(
      await pollOf(colleague)
        .getByRole('button', { name: zh('web.poll.close') })
        .count(),
    ).toBe(0)
    await pollOf(owner)
      .getByRole('button', { name: en('web.poll.close') })
      .click()
    await pollOf(colleague).getByText(zh('web.poll.closed')).waitFor()
    await expect.poll(() => choice(colleague, 'Harbour').isDisabled()).toBe(true)
    expect(await seriousViolations(owner.page)).toEqual([])
  })

  it('closes at a time that its maker chose by their own clocks, which everybody reads by theirs', async () => {
    await team.post('users.updateProfile', { timeZone: 'Asia/Tokyo' })
    await team.post('users.updateProfile', { timeZone: 'Asia/Shanghai' }, colleague)
    const { page } = owner
    await page.getByRole('button', { name: en('web.poll.new') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(en('web.later.zone', { zone: 'Asia/Tokyo' })).waitFor()
    await dialog.getByLabel(en('web.poll.question')).fill('Who sails?')
    await dialog.getByLabel(en('web.poll.option', { number: 1 })).fill('Me')
    await dialog.getByLabel(en('web.poll.option', { number: 2 })).fill('Not me')
    await dialog.getByRole('textbox', { name: en('web.poll.closes') }).fill(inThreeDays())
    await dialog.getByLabel(en('web.time.clock')).fill('6 pm')
    expect(await seriousViolations(page)).toEqual([])
    await look(owner, 'closing-en')
    await dialog.getByRole('button', { name: en('web.poll.create') }).click()
    await page.getByRole('group', { name: 'Who sails?' }).getByText(/18:00/).waitFor()
    await colleague.page
      .getByRole('group', { name: 'Who sails?' })
      .getByText(/截止.*17:00|17:00.*截止/)
      .waitFor()
    await look(colleague, 'closing-zh')
  })

  it('closes by itself when that time has come', async () => {
    const page = await colleague.context.newPage()
    await page.clock.install({ time: Date.parse(`${inThreeDays()}T08:59:30Z`) })
    await page.goto(colleague.page.url())
    const poll = page.getByRole('group', { name: 'Who sails?' })
    const me = poll.getByRole('button', { name: 'Me', exact: false }).first()
    await me.waitFor()
    expect(await me.isEnabled()).toBe(true)
    await page.clock.fastForward(30_000)
    await poll.getByText(zh('web.poll.closed')).waitFor()
    await expect.poll(() => me.isDisabled()).toBe(true)
    await page.close()
    expect([...owner.faults, ...colleague.faults]).toEqual([])
  })
})

const inThreeDays = () => new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length)
