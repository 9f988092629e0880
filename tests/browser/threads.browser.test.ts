/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying } from './support/actions'
import { seriousViolations } from './support/axe'
import type { Visitor } from './support/open-browser'
import { meetIn, openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'

const text = textIn('en')

/** Turns the wheel a little, until this is in sight. */
async function scrollUpTo(page: Page, target: Locator): Promise<boolean> {
  // In one look: a row may leave the page between two, and whoever asks for its box waits for it to come back.
  const tops = await target.evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().y))
  if (tops.some((top) => top > 60)) return true
  await page.mouse.wheel(0, -300)
  return false
}

// One story: each step goes on from the one before.
describe('threads', () => {
  let team: Team
  let parley: Team['parley']
  let owner: Visitor
  let colleague: Visitor
  let post: Team['post']

  beforeAll(async () => {
    team = await openTeam({ colleague: 'en' })
    ;({ parley, owner, colleague, post } = team)
    await meetIn(team, 'Harbour')
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  /** Says something past the page. */
  async function send(channelId: string, content: string, threadId: string | null = null, who = owner) {
    const clientMessageId = crypto.randomUUID()
    const { message } = await post('messages.send', { channelId, text: content, threadId, clientMessageId }, who)
    return message
  }

  const channelIn = (page: Page): Locator => page.getByRole('main')
  const threadIn = (page: Page): Locator => page.getByRole('complementary', { name: text('web.thread.title') })
  const replyField = (page: Page): Locator => page.getByRole('combobox', { name: text('web.thread.reply') })
  const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement)

  async function sayIn(page: Page, content: string): Promise<void> {
    const field = channelIn(page).getByRole('combobox')
    await field.fill(content)
    await field.press('Enter')
  }

  async function reply(page: Page, content: string): Promise<void> {
    await replyField(page).fill(content)
    await replyField(page).press('Enter')
    await threadIn(page).getByText(content, { exact: true }).waitFor()
  }

  it('says in the empty list of threads how one begins', async () => {
    const { page } = colleague
    const back = page.url()
    await page
      .getByRole('navigation')
      .first()
      .getByRole('link', { name: text('web.threads.title') })
      .click()
    await channelIn(page).getByText(text('web.threads.emptyHint')).waitFor()
    await page.goto(back)
  })

  it('begins by key on a message, with the focus in its own field, and keeps replies out of the channel', async () => {
    const { page } = owner
    await sayIn(page, 'Shall we ship on Friday?')
    const root = messageSaying(page, 'Shall we ship')
    // Before it is acknowledged there is nothing to be done with it.
    await root.locator('.message__actions').waitFor({ state: 'attached' })
    await root.focus()
    await page.keyboard.press('r')
    await expect.poll(() => isFocused(replyField(page))).toBe(true)
    expect(page.url()).toMatch(/\/c\/[^/]+\/t\/[^/]+$/)
    await reply(page, 'I am for it.')
    await channelIn(page).getByText('1 reply').waitFor()
    expect(await channelIn(page).getByText('I am for it.').count()).toBe(0)
  })

  it('is there after a reload', async () => {
    const { page } = owner
    await page.reload()
    await threadIn(page).getByText('I am for it.').waitFor()
    await threadIn(page).getByText('Shall we ship on Friday?').waitFor()
  })

  it('edits the last reply with ↑, in the thread', async () => {
    const { page } = owner
    await replyField(page).press('ArrowUp')
    const editor = threadIn(page).getByLabel(text('web.message.editLabel'))
    await editor.fill('I am all for it.')
    await editor.press('Enter')
    await threadIn(page).getByText('I am all for it.').waitFor()
    await expect.poll(() => isFocused(replyField(page))).toBe(true)
  })

  it('closes with Esc and gives the focus back to its message', async () => {
    const { page } = owner
    await replyField(page).press('Escape')
    await threadIn(page).waitFor({ state: 'detached' })
    const root = channelIn(page).getByRole('article').filter({ hasText: 'Shall we ship' })
    await expect.poll(() => isFocused(root)).toBe(true)
  })

  it('tells who began it of replies, draws a line before them, and counts them as read when they were seen', async () => {
    await channelIn(colleague.page).getByRole('link', { name: '1 reply' }).click()
    await reply(colleague.page, 'Friday is too early.')
    const { page } = owner
    await channelIn(page).getByRole('link', { name: '1 unread message' }).click()
    await threadIn(page)
      .getByText(text('web.conversation.unread', { count: 1 }))
      .waitFor()
    await expect.poll(() => channelIn(page).getByText('1 unread message').count()).toBe(0)
  })

  it('shows a reply in the channel where its writer says so, with the way to its thread', async () => {
    const { page } = colleague
    await threadIn(page).getByRole('checkbox').check()
    await reply(page, 'Monday it is.')
    await expect.poll(() => threadIn(page).getByRole('checkbox').isChecked()).toBe(false)
    await threadIn(page).getByText(text('web.thread.inChannelToo')).waitFor()
    await owner.page.keyboard.press('Escape')
    const shown = channelIn(owner.page).getByRole('article').filter({ hasText: 'Monday it is.' })
    await shown.getByRole('link', { name: text('web.thread.repliedIn') }).click()
    await threadIn(owner.page).getByText('Monday it is.').waitFor()
  })

  it('leaves it to people whether they are told', async () => {
    const { page } = owner
    const follow = threadIn(page).getByRole('button', { name: text('web.thread.follow') })
    await expect.poll(() => follow.getAttribute('aria-pressed')).toBe('true')
    await follow.click()
    await expect.poll(() => follow.getAttribute('aria-pressed')).toBe('false')
    await follow.click()
    await expect.poll(() => follow.getAttribute('aria-pressed')).toBe('true')
  })

  it('walks with J and K through the thread that has the focus', async () => {
    const { page } = owner
    await threadIn(page).getByRole('article').last().focus()
    await page.keyboard.press('k')
    const before = threadIn(page).getByRole('article').filter({ hasText: 'Friday is too early.' })
    await expect.poll(() => isFocused(before)).toBe(true)
    await page.keyboard.press('c')
    await expect.poll(() => isFocused(replyField(page))).toBe(true)
  })

  it('gathers followed threads with their newest replies, counts those with new ones, and opens them beside', async () => {
    const { page } = owner
    await page.keyboard.press('Escape')
    await reply(colleague.page, 'Agreed, Monday.')
    const link = page
      .getByRole('navigation')
      .first()
      .getByRole('link', { name: text('web.threads.title') })
    await link.getByText(text('web.threads.unread', { count: 1 })).waitFor({ state: 'attached' })
    await link.click()
    const entry = channelIn(page).getByRole('listitem').filter({ hasText: 'Shall we ship' })
    await entry.getByText(text('web.thread.newReplies', { count: 1 })).waitFor()
    await entry.getByText('Agreed, Monday.').waitFor()
    expect(await entry.getByText('I am all for it.').count()).toBe(0)
    await entry.getByRole('link', { name: text('web.threads.earlier', { count: 2 }) }).click()
    await threadIn(page).getByText('I am all for it.').waitFor()
    expect(page.url()).toMatch(/\/threads\/[^/]+\/[^/]+$/)
    await expect.poll(() => link.getByText(text('web.threads.unread', { count: 1 })).count()).toBe(0)
  })

  it('brings the list of threads up to date while it is looked at', async () => {
    const { page } = owner
    await reply(page, 'Monday then.')
    await channelIn(page).getByText('Monday then.').waitFor()
    expect(await channelIn(page).getByText('Monday it is.').count()).toBe(0)
    expect(await seriousViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await threadIn(page).waitFor({ state: 'detached' })
    expect(page.url()).toMatch(/\/threads$/)
    await channelIn(page).getByRole('link', { name: 'Harbour' }).click()
    await channelIn(page).getByRole('link', { name: '5 replies' }).click()
    await threadIn(page).getByText('Monday then.').waitFor()
  })

  it('lets the assistant answer in the thread that it was asked in', async () => {
    const { page } = owner
    await reply(page, '@assistant who feeds the office parrot?')
    const answer = threadIn(page).getByRole('article').last()
    await answer.getByText(text('web.assistant.notKnown')).waitFor({ timeout: 60_000 })
    expect(await channelIn(page).getByText(text('web.assistant.notKnown')).count()).toBe(0)
    await answer.getByRole('button', { name: text('web.assistant.askPerson') }).click()
    await threadIn(page).getByText(text('web.assistant.personAsked')).waitFor()
    await expect.poll(() => channelIn(page).getByRole('article').count()).toBe(2)
  })

  it.each(['light', 'dark'] as const)('has no serious accessibility fault: %s', async (theme) => {
    const { page } = owner
    const preferences = JSON.stringify({ language: 'en', theme })
    await page.evaluate((kept) => localStorage.setItem('parley.preferences', kept), preferences)
    await page.reload()
    await threadIn(page).getByText('Monday it is.').waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })

  it('takes the whole page on a phone, without horizontal scrolling', async () => {
    const { page } = owner
    await page.setViewportSize({ width: 360, height: 740 })
    await expect.poll(async () => (await threadIn(page).boundingBox())?.width).toBe(360)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBe(360)
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  it('finds its answer for a reader alone, who posts it with its source', async () => {
    const { page } = colleague
    const [, channelId = ''] = /\/c\/([^/]+)/.exec(page.url()) ?? []
    const policy = 'A hotel costs at most 120 euros a night.'
    await post('knowledge.addDocument', { title: 'Travel policy', text: policy, mimeType: 'text/markdown' })
    const root = await send(channelId, 'How much is a hotel a night?', null, colleague)
    await page.goto(`${parley.url}/c/${channelId}/t/${root.id}`)
    await threadIn(page)
      .getByRole('button', { name: text('web.message.lookInto') })
      .first()
      .press('Enter')
    const panel = page.getByRole('complementary', { name: text('web.search.answer') })
    await panel.getByText(policy).waitFor()
    await panel.getByRole('list', { name: text('web.query.label') }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await panel.getByRole('button', { name: text('web.found.post') }).press('Enter')
    const posted = threadIn(page).getByRole('article').filter({ hasText: policy })
    await posted.getByRole('link', { name: 'Travel policy' }).waitFor()
  })

  it('loads earlier replies on the way up to the root, and opens at the one that a link names', async () => {
    const { page } = owner
    const [, channelId = ''] = /\/c\/([^/]+)/.exec(page.url()) ?? []
    const root = await send(channelId, 'A long thread')
    const seqs: number[] = []
    for (let number = 1; number <= 120; number += 1) {
      const who = number % 2 === 0 ? owner : colleague
      const said = await send(channelId, `reply ${number} ${'and so on '.repeat(number % 7)}`, root.id, who)
      seqs.push(said.seq)
    }
    await page.goto(`${parley.url}/c/${channelId}/t/${root.id}`)
    const list = threadIn(page).getByRole('log')
    await list.getByText('reply 120').waitFor()
    await list.hover()
    await expect
      .poll(() => scrollUpTo(page, list.getByText('A long thread')), { timeout: 30_000, interval: 20 })
      .toBe(true)
    await list.getByText(text('web.thread.replies', { count: 120 })).waitFor()

    await page.goto(`${parley.url}/c/${channelId}/t/${root.id}/m/${seqs[19]}`)
    const target = threadIn(page).locator('[data-is-target="true"]')
    await expect.poll(() => target.innerText()).toContain('reply 20')
    await expect.poll(() => isFocused(target)).toBe(true)
  })

  it('shows further threads on request', async () => {
    const { page } = owner
    const [, channelId = ''] = /\/c\/([^/]+)/.exec(page.url()) ?? []
    for (let number = 1; number <= 20; number += 1) {
      const root = await send(channelId, `topic ${number}`)
      await send(channelId, 'said', root.id)
    }
    await page.goto(`${parley.url}/threads`)
    const entries = channelIn(page).getByRole('listitem')
    await expect.poll(() => entries.count()).toBe(20)
    await page.getByRole('button', { name: text('web.threads.more') }).click()
    await entries.filter({ hasText: 'Shall we ship' }).waitFor()
    await expect.poll(() => entries.count()).toBe(22)
  })

  it('says that a thread is not there, beside the channel', async () => {
    const { page } = owner
    const [, channelId = ''] = /\/c\/([^/]+)/.exec(colleague.page.url()) ?? []
    await page.goto(`${parley.url}/c/${channelId}/t/00000000-0000-7000-8000-00000000000f`)
    await threadIn(page).getByRole('alert').getByText(text('error.not_found')).waitFor()
    expect(
      await threadIn(page)
        .getByRole('button', { name: text('web.thread.follow') })
        .count(),
    ).toBe(0)
    await channelIn(page).getByText('topic 20').waitFor()
  })

  it('says what a message seems to answer across other talk, opens that as a thread, and takes it back', async () => {
    const { page } = owner
    await page.keyboard.press('Escape')
    const [, channelId = ''] = /\/c\/([^/]+)/.exec(page.url()) ?? []
    await send(channelId, 'Who keeps the certificate of the payment gateway?')
    await send(channelId, 'Good morning everyone, who wants to have lunch at noon?', null, colleague)
    await send(channelId, '@Grace Miller I keep the certificate of the payment gateway', null, colleague)
    const line = channelIn(page).getByText(text('web.replyLink.seems', { name: 'Grace Miller' }))
    await line.waitFor()
    await channelIn(page)
      .getByRole('button', { name: text('web.replyLink.open') })
      .press('Enter')
    const linked = threadIn(page).getByRole('region', { name: text('web.replyLink.inChannel') })
    await linked.getByText('I keep the certificate').waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('button', { name: text('web.app.undo') }).click()
    await line.waitFor()
    await channelIn(page)
      .getByRole('button', { name: text('web.replyLink.not') })
      .click()
    await line.waitFor({ state: 'detached' })
  })

  it('ran without an uncaught exception', () => {
    expect([...owner.faults, ...colleague.faults]).toEqual([])
  })
})
