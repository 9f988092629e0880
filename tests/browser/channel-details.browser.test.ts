import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousViolations } from './support/axe'
import { look } from './support/look'
import type { Visitor } from './support/open-browser'
import { meetIn, openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'

const en = textIn('en')
const zh = textIn('zh')

// One story: each step goes on from the one before. The owner reads English, the colleague Chinese.
describe('what a channel is called, and what it is about', () => {
  let team: Team
  let owner: Visitor
  let colleague: Visitor

  beforeAll(async () => {
    team = await openTeam()
    ;({ owner, colleague } = team)
    await team.post('channels.create', { name: 'pier', kind: 'public' })
    await meetIn(team, 'harbour')
    await owner.page.getByRole('button', { name: en('web.channel.details') }).click()
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  const panel = (page: Page) => page.getByRole('complementary')
  const dialog = () => owner.page.getByRole('dialog', { name: en('web.channel.edit') })
  const part = (name: 'name' | 'topic' | 'purpose') => dialog().getByLabel(en(`web.channel.${name}`), { exact: true })
  const save = () => dialog().getByRole('button', { name: en('web.channel.save') })
  const openDialog = () =>
    panel(owner.page)
      .getByRole('button', { name: en('web.channel.edit') })
      .click()

  it('is changed by keyboard, and seen by everybody at once', async () => {
    await openDialog()
    expect(await part('name').inputValue()).toBe('harbour')
    await part('name').fill('  Old harbour ')
    await part('topic').fill('Ships of the week')
    await part('purpose').fill('For all who load and unload')
    expect(await seriousViolations(owner.page)).toEqual([])
    await look(owner, 'edit-channel-en')
    await part('purpose').press('Enter')
    await dialog().waitFor({ state: 'detached' })
    for (const { page } of [owner, colleague]) {
      await page.getByRole('heading', { level: 1, name: 'Old harbour', exact: true }).waitFor()
      await page
        .getByRole('navigation')
        .first()
        .getByRole('link', { name: /^Old harbour/ })
        .waitFor()
      await page.getByText('Ships of the week').first().waitFor()
    }
    await panel(owner.page).getByText('For all who load and unload').waitFor()
    await colleague.page.getByRole('button', { name: zh('web.channel.details') }).click()
    await panel(colleague.page).getByText('For all who load and unload').waitFor()
  })

  it('says that a name is taken, keeps what was written, and takes another', async () => {
    await openDialog()
    await part('name').fill('Pier')
    await part('topic').fill('Ships of the month')
    await save().click()
    await dialog().getByText(en('error.channel_name_taken')).waitFor()
    expect(await part('topic').inputValue()).toBe('Ships of the month')
    expect(await seriousViolations(owner.page)).toEqual([])
    await look(owner, 'edit-channel-taken-en')
    await part('name').fill('')
    await save().click()
    await dialog().getByText(en('web.form.missing')).waitFor()
    await part('name').fill('New harbour')
    await save().click()
    await dialog().waitFor({ state: 'detached' })
    await colleague.page.getByRole('heading', { level: 1, name: 'New harbour' }).waitFor()
  })

  it('keeps what somebody else changed meanwhile', async () => {
    await openDialog()
    await part('topic').fill('Ships of the year')
    const { channels } = await team.query('channels.list')
    const { id } = channels.find(({ name }: { name: string }) => name === 'New harbour')
    await team.post('channels.update', { channelId: id, purpose: 'For sailors' }, colleague)
    await save().click()
    await dialog().waitFor({ state: 'detached' })
    await panel(owner.page).getByText('For sailors').waitFor()
    await panel(owner.page).getByText('Ships of the year').waitFor()
  })

  it('is not changed when one thinks better of it', async () => {
    await openDialog()
    await part('name').fill('Somewhere else')
    await owner.page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await openDialog()
    expect(await part('name').inputValue()).toBe('New harbour')
    await owner.page.keyboard.press('Escape')
    expect([...owner.faults, ...colleague.faults]).toEqual([])
  })
})
