import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying, say } from './support/actions'
import { seriousViolations } from './support/axe'
import { look } from './support/look'
import type { Visitor } from './support/open-browser'
import { meetIn, openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'
import { words } from './support/words'

const en = textIn('en')
const zh = textIn('zh')

// One story: each step goes on from the one before. The owner reads English, the colleague Chinese.
describe('words carried elsewhere', () => {
  let team: Team
  let owner: Visitor
  let colleague: Visitor
  let harbour: string

  beforeAll(async () => {
    team = await openTeam()
    ;({ owner, colleague } = team)
    await team.post('channels.create', { name: 'pier', kind: 'public' })
    harbour = (await meetIn(team, 'harbour')).path
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  const field = (page: Page) => page.getByRole('main').getByRole('combobox')
  const dialog = (page: Page) => page.getByRole('dialog', { name: en('web.share.title') })

  async function choose(message: Locator, language: 'en' | 'zh', entry: 'quote' | 'forward'): Promise<void> {
    const text = textIn(language)
    await message.hover()
    await message.getByRole('button', { name: text('web.message.actions') }).click()
    await message
      .page()
      .getByRole('menuitem', { name: text(`web.share.${entry}`) })
      .click()
  }

  it('answers with a quotation below what was already written, which leads to the message', async () => {
    await say(owner.page, 'The ferry leaves at seven.')
    const { page } = colleague
    const quoted = messageSaying(page, 'The ferry leaves')
    await quoted.waitFor()
    await field(page).fill('早上好')
    await choose(quoted, 'zh', 'quote')
    await expect.poll(() => field(page).inputValue()).toContain('> The ferry leaves at seven.')
    expect(await field(page).inputValue()).toMatch(/^早上好\n\n> \*\*Grace Miller\*\* · \[harbour\]/)
    await field(page).fill('')
    await choose(quoted, 'zh', 'quote')
    await expect.poll(() => field(page).inputValue()).toMatch(/^> \*\*Grace Miller\*\*/)
    await page.keyboard.type('我七点到')
    await field(page).press('Enter')
    const answer = messageSaying(owner.page, '我七点到')
    const quotation = answer.locator('blockquote')
    await quotation.getByText('The ferry leaves at seven.').waitFor()
    await expect.poll(() => quotation.getByText(words.en.owner).count()).toBe(1)
    expect(await seriousViolations(owner.page)).toEqual([])
    await look(owner, 'quote-en')
    await quotation.getByRole('link', { name: 'harbour' }).click()
    await owner.page.waitForURL(/\/m\/\d+$/)
    await expect.poll(() => owner.page.locator('[data-is-target="true"]').innerText()).toContain('The ferry leaves')
  })

  it('quotes an answer without what that quoted itself', async () => {
    const { page } = owner
    await page.goto(team.parley.url + harbour)
    const answer = messageSaying(page, '我七点到')
    await answer.waitFor()
    await choose(answer, 'en', 'quote')
    await expect.poll(() => field(page).inputValue()).toContain('> 我七点到')
    expect(await field(page).inputValue()).not.toContain('The ferry leaves')
    await field(page).fill('')
  })

  it('hands a message on into a channel, with a comment and its source', async () => {
    const { page } = owner
    await choose(messageSaying(page, '我七点到'), 'en', 'forward')
    await dialog(page).getByLabel(en('web.share.search')).fill('pie')
    await dialog(page).getByRole('radio', { name: 'pier' }).check()
    await dialog(page).getByLabel(en('web.share.comment')).fill('For the pier')
    expect(await seriousViolations(page)).toEqual([])
    await look(owner, 'forward-en')
    await dialog(page)
      .getByRole('button', { name: en('web.share.submit') })
      .click()
    await page.getByText(en('web.share.done', { place: 'pier' }), { exact: true }).waitFor()
    await page.getByRole('navigation').first().getByRole('link', { name: /^pier/ }).click()
    const handedOn = messageSaying(page, 'For the pier')
    await handedOn.locator('blockquote').getByText('我七点到').waitFor()
    await handedOn.locator('blockquote').getByRole('link', { name: 'harbour' }).first().waitFor()
  })

  it('hands nothing on that was deleted while one was choosing where to', async () => {
    const { page } = owner
    await page.goto(team.parley.url + harbour)
    await say(page, 'This was a mistake.')
    const mistake = messageSaying(page, 'This was a mistake.')
    await choose(mistake, 'en', 'forward')
    await dialog(page).getByRole('radio', { name: 'pier' }).check()
    const { messages } = await team.query(`messages.list?channelId=${harbour.split('/').at(-1)}&limit=1`)
    await team.post('messages.delete', { messageId: messages[0].id })
    await dialog(page)
      .getByRole('button', { name: en('web.share.submit') })
      .click()
    await dialog(page).getByText(en('error.not_found')).waitFor()
    await page.keyboard.press('Escape')
  })

  it('hands it on to a person, and warns that they read what is not public', async () => {
    const { page } = owner
    const { channel } = await team.post('channels.create', { name: 'quiet', kind: 'private' })
    await page.goto(`${team.parley.url}/c/${channel.id}`)
    await say(page, 'The price is secret.')
    const message = messageSaying(page, 'The price is secret.')
    await message.locator('.message__actions').waitFor({ state: 'attached' })
    await choose(message, 'en', 'forward')
    await dialog(page).getByText(en('web.share.privateHint')).waitFor()
    const submit = dialog(page).getByRole('button', { name: en('web.share.submit') })
    await expect.poll(() => submit.isDisabled()).toBe(true)
    await dialog(page).getByRole('radio', { name: '王伟' }).check()
    await submit.click()
    await dialog(page).waitFor({ state: 'detached' })
    const link = colleague.page.getByRole('navigation').first().getByRole('link', { name: words.en.owner })
    await link.click()
    await messageSaying(colleague.page, 'The price is secret.').waitFor()
    await look(colleague, 'forwarded-zh')
    // Who may not read the source sees the words, and no more of it.
    await messageSaying(colleague.page, 'The price is secret.').getByRole('link', { name: 'quiet' }).click()
    await colleague.page.getByText(zh('web.app.notFound')).waitFor()
    expect([...owner.faults, ...colleague.faults]).toEqual([])
  })
})
