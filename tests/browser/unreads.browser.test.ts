import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousViolations } from './support/axe'
import type { Visitor } from './support/open-browser'
import { openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'

// One story in each language: each step goes on from the one before.
describe.each(['zh', 'en'] as const)('the page of everything unread, in %s', (language) => {
  const text = textIn(language)
  let team: Team
  let parley: Team['parley']
  let owner: Visitor
  let colleague: Visitor
  let post: Team['post']
  let query: Team['query']

  beforeAll(async () => {
    team = await openTeam({ owner: language, colleague: language, colleagueName: 'Tom Baker' })
    ;({ parley, owner, colleague, post, query } = team)
    await owner.page.goto(`${parley.url}/people`)
    const { id: channelId } = (await query('state', colleague)).channels[0].channel
    const send = (who: Visitor, content: string, more: object = {}) =>
      post('messages.send', { channelId, text: content, clientMessageId: crypto.randomUUID(), ...more }, who)
    const { message: root } = await send(owner, 'who can help?')
    await send(colleague, 'I am on it', { threadId: root.id })
    await send(colleague, 'the build is green')
    await send(colleague, 'and released')
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  const group = (said: string) => owner.page.locator('[data-unread-place]').filter({ hasText: said })

  it('opens by its key, and shows the messages by channel and thread', async () => {
    // The page listens to keys once its parts are there.
    await owner.page.getByRole('navigation').getByText(text('web.unreads.title')).first().waitFor()
    await owner.page.keyboard.press('Control+Shift+A')
    await owner.page.getByRole('heading', { level: 1, name: text('web.unreads.title') }).waitFor()
    await group('the build is green').getByText('and released').waitFor()
    await group('I am on it').waitFor()
  })

  it('has no serious accessibility fault, light and dark, and fits a narrow screen', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await owner.page.emulateMedia({ colorScheme })
      expect(await seriousViolations(owner.page)).toEqual([])
    }
    await owner.page.setViewportSize({ width: 360, height: 740 })
    await expect.poll(() => owner.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await owner.page.setViewportSize({ width: 1280, height: 800 })
  })

  it('marks the place with the focus as read by R, and takes that back', async () => {
    await owner.page.keyboard.press('j')
    await owner.page.keyboard.press('r')
    await group('the build is green').waitFor({ state: 'detached' })
    await owner.page.getByRole('button', { name: text('web.app.undo'), exact: true }).click()
    await group('the build is green').waitFor()
  })

  it('marks everything as read, threads too, and takes that back', async () => {
    await owner.page.getByRole('button', { name: text('web.unreads.markAllRead') }).click()
    await owner.page.getByText(text('web.unreads.empty')).waitFor()
    await owner.page
      .getByRole('button', { name: text('web.app.undo'), exact: true })
      .last()
      .click()
    await group('I am on it').waitFor()
    await group('the build is green').waitFor()
    expect(owner.faults).toEqual([])
  })
})
