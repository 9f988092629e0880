import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying, messages, say } from './support/actions'
import { seriousViolations } from './support/axe'
import { look } from './support/look'
import type { Visitor } from './support/open-browser'
import { meetIn, openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'

const en = textIn('en')
const zh = textIn('zh')

// One story: each step goes on from the one before. The owner reads English, the colleague Chinese.
describe('undoing what was sent', () => {
  let team: Team
  let owner: Visitor
  let colleague: Visitor

  beforeAll(async () => {
    team = await openTeam()
    ;({ owner, colleague } = team)
    await meetIn(team, 'harbour')
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  const field = ({ page }: Visitor) => page.getByRole('combobox').last()
  const undoButton = ({ page }: Visitor) => page.getByRole('button', { name: en('web.composer.undoSend') })

  it('gives the words back by Ctrl+Z in the empty field, and leaves no trace for others', async () => {
    await say(owner.page, 'Reserve the wrong room')
    await messageSaying(colleague.page, 'Reserve the wrong room').waitFor()
    await undoButton(owner).waitFor()
    expect(await seriousViolations(owner.page)).toEqual([])
    await look(owner, 'undo-en')
    await field(owner).press('Control+z')
    expect(await field(owner).inputValue()).toBe('Reserve the wrong room')
    await messageSaying(owner.page, 'Reserve the wrong room').waitFor({ state: 'detached' })
    await messageSaying(colleague.page, 'Reserve the wrong room').waitFor({ state: 'detached' })
    expect(await colleague.page.getByText(zh('web.message.deleted')).count()).toBe(0)
    await field(owner).fill('Reserve the right room')
    await field(owner).press('Enter')
    await messageSaying(colleague.page, 'Reserve the right room').waitFor()
  })

  it('works without a connection, and nobody ever sees the message', async () => {
    const { page } = owner
    await page.context().setOffline(true)
    await say(page, 'Written in a tunnel')
    await messageSaying(page, 'Written in a tunnel').waitFor()
    await undoButton(owner).click()
    expect(await field(owner).inputValue()).toBe('Written in a tunnel')
    await messageSaying(page, 'Written in a tunnel').waitFor({ state: 'detached' })
    await page.context().setOffline(false)
    await field(owner).fill('Out of the tunnel')
    await field(owner).press('Enter')
    await messageSaying(colleague.page, 'Out of the tunnel').waitFor()
    await page.reload()
    await messageSaying(page, 'Out of the tunnel').waitFor()
    for (const visitor of [owner, colleague]) {
      expect(await messages(visitor.page).filter({ hasText: 'Written in a tunnel' }).count()).toBe(0)
    }
  })

  it('works in a thread', async () => {
    const { page } = owner
    await messageSaying(page, 'Out of the tunnel').press('r')
    await page.waitForURL(/\/t\//)
    await field(owner).fill('a hasty reply')
    await field(owner).press('Enter')
    await messageSaying(page, 'a hasty reply').waitFor()
    await field(owner).press('Control+z')
    expect(await field(owner).inputValue()).toBe('a hasty reply')
    await messageSaying(page, 'a hasty reply').waitFor({ state: 'detached' })
    await field(owner).fill('')
    await page.getByRole('button', { name: en('web.thread.close') }).click()
  })

  it('is offered as long as one chooses, or not at all', async () => {
    const { page } = owner
    await page.getByRole('button', { name: en('web.nav.profile') }).click()
    await page.getByRole('menuitem', { name: en('web.undoSend.title') }).press('ArrowRight')
    await look(owner, 'undo-setting-en')
    await page.getByRole('menuitemradio', { name: en('web.undoSend.off') }).click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await say(page, 'for good')
    await messageSaying(colleague.page, 'for good').waitFor()
    await expect.poll(() => undoButton(owner).count()).toBe(0)
    await field(owner).press('Control+z')
    await messageSaying(page, 'for good').waitFor()
  })
})
