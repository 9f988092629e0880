/// <reference lib="dom" />
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD } from './support/actions'
import { meetIn, openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'

const en = textIn('en')

describe('lists that are read page after page', () => {
  let team: Team
  let page: Page

  beforeAll(async () => {
    team = await openTeam({ settings: { PARLEY_RATE_LIMITS: 'off' } })
    page = team.owner.page
    const { id: channelId } = await meetIn(team, 'Harbour')
    for (let number = 0; number < 30; number += 1) {
      const body = { channelId, text: `advert ${number}`, clientMessageId: randomUUID() }
      const { message } = await team.post('messages.send', body, team.colleague)
      await team.post('moderation.report', { messageId: message.id, reason: 'spam', note: '' })
    }
    for (let number = 0; number < 60; number += 1) await makeAndEndToken(`token ${number}`)
  })
  afterAll(() => team?.[Symbol.asyncDispose]())

  const makeAndEndToken = async (name: string) => {
    const { accessToken } = await team.post('tokens.create', { name, scopes: ['messages:read'] })
    await team.post('tokens.revoke', { tokenId: accessToken.id })
  }
  const more = () => page.getByRole('button', { name: en('web.review.more') })
  const rows = () => page.locator('.page .row')
  const reports = () => page.locator('.report')
  const reportOf = (text: string) =>
    reports().filter({ has: page.locator('.report__line[data-is-meant=true]', { hasText: text }) })
  const dismiss = (text: string) => {
    const button = reportOf(text).getByRole('button', { name: en('web.review.dismiss') })
    return button.click()
  }

  it('put the next page below what is shown, not in its place', async () => {
    await page.goto(`${team.parley.url}/reports`)
    await expect.poll(() => reports().count()).toBe(20)
    await more().click()
    await expect.poll(() => reports().count()).toBe(30)
    expect(await reportOf('advert 29').count()).toBe(1)
    await more().waitFor({ state: 'detached' })
    await page.getByRole('radio', { name: en('web.review.log') }).click()
    await expect.poll(() => rows().count()).toBe(50)
    await more().click()
    await expect.poll(() => rows().count()).toBe(100)
    await more().click()
    await expect.poll(() => rows().count()).toBeGreaterThan(119)
  })

  it('of people are searched by name and by pinyin, and show as many as can be looked over', async () => {
    for (let number = 0; number < 12; number += 1) {
      const email = `person-${number}@example.org`
      await team.post('users.create', { name: `Person ${number}`, email, password: PASSWORD })
    }
    const asked: string[] = []
    page.on('request', (request) => request.url().includes('/api/users.list') && asked.push(request.url()))
    await page.goto(`${team.parley.url}/people`)
    await page.getByText('person-11@example.org').waitFor()
    expect(asked.every((url) => url.includes('userIds='))).toBe(true)
    await page.getByLabel(en('web.direct.search')).fill('ww')
    await expect.poll(() => rows().count()).toBe(1)
    await rows().getByText('王伟').waitFor()
    await page.getByLabel(en('web.direct.search')).fill('nobody at all')
    await page.getByText(en('web.direct.none')).waitFor()
  })

  it('keep what is shown, and say why, when it cannot be read afresh', async () => {
    await page.goto(`${team.parley.url}/reports`)
    await expect.poll(() => reports().count()).toBe(20)
    await more().click()
    await expect.poll(() => reports().count()).toBe(30)
    await page.route('**/api/moderation.reports?status*', (route) => route.abort())
    await dismiss('advert 29')
    await page.getByText(en('web.connection.unreachable')).first().waitFor()
    expect(await reports().count()).toBe(30)
    await page.unroute('**/api/moderation.reports?status*')
    await dismiss('advert 28')
    await expect.poll(() => reports().count()).toBe(28)
    expect(team.owner.faults).toEqual([])
  })
})
