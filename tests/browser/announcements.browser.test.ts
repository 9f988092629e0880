/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying, say } from './support/actions'
import type { Visitor } from './support/open-browser'
import { meetIn, openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'
import { words } from './support/words'

const en = textIn('en')

// One story: each step goes on from the one before. The owner listens to the page.
describe('what is read out of a conversation', () => {
  let team: Team
  let owner: Visitor
  let colleague: Visitor

  beforeAll(async () => {
    team = await openTeam()
    ;({ owner, colleague } = team)
    await meetIn(team, 'pier')
    await meetIn(team, 'harbour')
    await owner.page.evaluate(listen)
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  /** What live regions have said since, one entry a change. */
  const heard = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  const heardOf = async (said: string) => (await heard(owner.page)).filter((it) => it.includes(said))

  it('is what somebody else says, once, with their name', async () => {
    await say(colleague.page, 'the tide is high')
    await messageSaying(owner.page, 'the tide is high').waitFor()
    const announced = en('web.conversation.announced', { name: '王伟', text: 'the tide is high' })
    await expect.poll(() => heardOf('the tide is high')).toEqual([announced])
  })

  it('is not what one says oneself, nor what is said elsewhere, nor that somebody is writing', async () => {
    await say(owner.page, 'I see it')
    await messageSaying(colleague.page, 'I see it').waitFor()
    await colleague.page.getByRole('navigation').first().getByRole('link', { name: /^pier/ }).click()
    await colleague.page.getByRole('heading', { level: 1, name: 'pier' }).waitFor()
    await say(colleague.page, 'said at the pier')
    await owner.page.getByRole('navigation').first().getByRole('link', { name: /^pier/ }).locator('..').waitFor()
    await colleague.page
      .getByRole('navigation')
      .first()
      .getByRole('link', { name: /^harbour/ })
      .click()
    await colleague.page.getByRole('heading', { level: 1, name: 'harbour' }).waitFor()
    await colleague.page.getByRole('main').getByRole('combobox').pressSequentially('now')
    await owner.page.getByText(en('web.typing.one', { name: '王伟' })).waitFor()
    await say(colleague.page, 'now to the harbour')
    await expect.poll(() => heardOf('now to the harbour')).toHaveLength(1)
    const all = (await heard(owner.page)).join('\n')
    expect(all).not.toContain('I see it')
    expect(all).not.toContain('said at the pier')
    expect(all).not.toContain(en('web.typing.one', { name: '王伟' }))
    expect(all).not.toContain(words.en.owner)
    expect(owner.faults).toEqual([])
  })
})

/** Runs on the page. */
function listen() {
  const said: string[] = []
  Object.assign(window, { heard: said })
  const LIVE =
    '[aria-live=polite], [aria-live=assertive], [role=status]:not([aria-live]), [role=alert]:not([aria-live])'
  const hear = (changes: MutationRecord[]) => {
    const regions = new Set(
      changes.flatMap(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement
        return element?.closest(LIVE) ?? []
      }),
    )
    for (const region of regions) {
      const text = region.textContent?.trim()
      if (text) said.push(text)
    }
  }
  new MutationObserver(hear).observe(document.body, { subtree: true, childList: true, characterData: true })
}
