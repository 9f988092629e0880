/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousViolations } from './support/axe'
import type { Visitor } from './support/open-browser'
import { openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'

const text = textIn('en')

/** What the browser shows at this moment. */
const shown = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    return (await registration.getNotifications()).map(({ title, body }) => `${title}: ${body}`)
  })

// One story: each step goes on from the one before.
describe('notifications', () => {
  let team: Team
  let parley: Team['parley']
  let owner: Visitor
  let colleague: Visitor
  let post: Team['post']
  let query: Team['query']
  let channelId: string

  beforeAll(async () => {
    team = await openTeam({ colleague: 'en' })
    ;({ parley, owner, colleague, post, query } = team)
    await owner.context.grantPermissions(['notifications'])
    channelId = (await query('state', colleague)).channels[0].channel.id
    await owner.page.goto(`${parley.url}/notifications`)
    await owner.page.getByRole('heading', { level: 1, name: text('web.notices.title') }).waitFor()
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  const say = (content: string) =>
    post('messages.send', { channelId, text: content, clientMessageId: crypto.randomUUID() }, colleague)
  const button = (key: 'halfHour' | 'end' | 'addPeriod' | 'save') =>
    owner.page.getByRole('button', { name: text(`web.notices.${key}`), exact: true })

  it('have a page without a serious accessibility fault, light and dark, narrow and wide', async () => {
    await button('addPeriod').click()
    for (const colorScheme of ['light', 'dark'] as const) {
      await owner.page.emulateMedia({ colorScheme })
      expect(await seriousViolations(owner.page)).toEqual([])
    }
    await owner.page.setViewportSize({ width: 360, height: 740 })
    await expect.poll(() => owner.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await owner.page.setViewportSize({ width: 1280, height: 800 })
  })

  it('keep the quiet hours that somebody sets', async () => {
    await button('save').click()
    await owner.page.getByText(text('web.notices.saved')).first().waitFor()
    await owner.page.reload()
    expect(await owner.page.getByLabel(text('web.notices.from')).inputValue()).toBe('22:00')
    await owner.page.getByRole('button', { name: text('web.notices.removePeriod') }).click()
    await button('save').click()
    await owner.page.getByText(text('web.notices.saved')).first().waitFor()
  })

  it('show quiet hours that another tab has saved, and do not take them back with older ones', async () => {
    const second = await owner.context.newPage()
    await second.goto(`${parley.url}/notifications`)
    const add = (page: Page) => page.getByRole('button', { name: text('web.notices.addPeriod') })
    const save = (page: Page) => page.getByRole('button', { name: text('web.notices.save') })
    const hours = (page: Page) => page.getByLabel(text('web.notices.from'))
    await add(second).click()
    await save(second).click()
    await expect.poll(() => hours(owner.page).count()).toBe(1)
    // Both change something; the other one saves first.
    await add(owner.page).click()
    await add(second).click()
    await hours(second).last().fill('13:00')
    await save(second).click()
    await owner.page.getByText(text('web.notices.changedElsewhere')).waitFor()
    await owner.page.getByRole('button', { name: text('web.notices.showSaved') }).click()
    await expect.poll(() => hours(owner.page).last().inputValue()).toBe('13:00')
    for (const _ of [1, 2])
      await owner.page
        .getByRole('button', { name: text('web.notices.removePeriod') })
        .first()
        .click()
    await save(owner.page).click()
    await expect.poll(() => hours(second).count()).toBe(0)
    await second.close()
  })

  it('are shown once for a message that names somebody, in whatever number of tabs, and go when it is read', async () => {
    // It is checked once the browser has answered whether it may.
    await owner.page.getByLabel(text('web.notices.show')).click()
    await expect.poll(() => owner.page.getByLabel(text('web.notices.show')).isChecked()).toBe(true)
    const second = await owner.context.newPage()
    await second.goto(`${parley.url}/tasks`)
    await second.getByRole('navigation').first().waitFor()
    const { message } = await say('@Grace Miller **good** news')
    await expect.poll(() => shown(owner.page), { timeout: 10_000 }).toHaveLength(1)
    expect((await shown(owner.page))[0]).toContain('@Grace Miller good news')
    await say('just talk')
    await say('@Grace Miller and more')
    await expect.poll(() => shown(owner.page), { timeout: 10_000 }).toEqual([expect.stringContaining('and more')])
    await second.close()
    await post('channels.markRead', { channelId, messageNumber: message.messageNumber + 2 })
    await expect.poll(() => shown(owner.page), { timeout: 10_000 }).toEqual([])
  })

  it('are not shown while somebody is not to be disturbed', async () => {
    await button('halfHour').click()
    await button('end').waitFor()
    await say('@Grace Miller not now')
    await owner.page.getByText(text('web.nav.channels')).first().waitFor()
    await button('end').click()
    await button('end').waitFor({ state: 'detached' })
    await say('@Grace Miller now')
    await expect.poll(() => shown(owner.page), { timeout: 10_000 }).toEqual([expect.stringContaining('Miller now')])
  })

  it('come with a page that starts without a connection and says so', async () => {
    await owner.page.evaluate('navigator.serviceWorker.ready')
    await owner.page.reload()
    // What a page fetches late is kept when it was there once.
    await owner.page.getByText(text('web.nav.channels')).first().waitFor()
    await owner.context.setOffline(true)
    await owner.page.reload()
    await owner.page.getByText(/you see what was here at \d\d:\d\d/).waitFor()
    // What is not kept is told where it would stand, not left out.
    const push = owner.page.getByRole('region', { name: text('web.notices.push') })
    await push.getByText(text('web.connection.unreachable')).waitFor()
    await owner.context.setOffline(false)
    await push.getByRole('alert').waitFor({ state: 'detached' })
  })

  it('come with a manifest in the language of the page', async () => {
    for (const language of ['en', 'zh'] as const) {
      const answer = await owner.page.request.get(`${parley.url}/manifest.${language}.webmanifest`)
      expect(answer.headers()['content-type']).toContain('application/manifest+json')
      const { lang, icons } = (await answer.json()) as { lang: string; icons: { src: string }[] }
      expect(lang).toBe(language)
      for (const { src } of icons) {
        expect((await owner.page.request.get(parley.url + src)).headers()['content-type']).toBe('image/png')
      }
    }
    await expect
      .poll(() => owner.page.locator('link[rel=manifest]').getAttribute('href'))
      .toBe('/manifest.en.webmanifest')
  })
})
