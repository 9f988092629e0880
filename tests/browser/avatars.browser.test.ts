/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLLEAGUE_EMAIL, messageSaying, say } from './support/actions'
import { seriousViolations } from './support/axe'
import type { Visitor } from './support/open-browser'
import { openTeam, type Team } from './support/team'
import { textIn } from './support/text-in'

const en = textIn('en')
const zh = textIn('zh')

/** Red, with a blue square of 200 pixels at its right edge. */
const photo = () =>
  sharp({ create: { width: 600, height: 200, channels: 3, background: '#dc1414' } })
    .composite([
      { input: { create: { width: 200, height: 200, channels: 3, background: '#1414dc' } }, left: 400, top: 0 },
    ])
    .png()
    .toBuffer()

// One story: the colleague chooses a picture, the owner sees it and, in the end, takes it away.
describe('pictures of people', () => {
  let team: Team
  let parley: Team['parley']
  let owner: Visitor
  let colleague: Visitor

  beforeAll(async () => {
    team = await openTeam()
    ;({ parley, owner, colleague } = team)
  })

  afterAll(() => team?.[Symbol.asyncDispose]())

  async function openProfileOf(page: Page, url: string, name: string) {
    await page.goto(`${url}/people`)
    await page.getByRole('button', { name }).first().click()
  }

  const colourOf = (picture: Locator) =>
    picture.evaluate(async (element) => {
      const image = element as HTMLImageElement
      await image.decode()
      const canvas = new OffscreenCanvas(1, 1)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0, 1, 1)
      return [...(context?.getImageData(0, 0, 1, 1).data ?? [])]
    })

  it('chooses the section of an image by keyboard and zoom, in a dialog that axe finds nothing in', async () => {
    const { page } = colleague
    await openProfileOf(page, parley.url, zh('web.profile.open', { name: '王伟' }))
    await page.getByRole('button', { name: zh('web.avatar.change') }).click()
    const dialog = page.getByRole('dialog', { name: zh('web.avatar.title') })
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: await photo() })
    const stage = dialog.getByRole('application', { name: zh('web.avatar.stage') })
    await stage.focus()
    for (let step = 0; step < 24; step += 1) await page.keyboard.press('ArrowRight')
    await dialog.getByRole('slider', { name: zh('web.avatar.zoom') }).fill('2')
    expect(await seriousViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: zh('web.avatar.save') }).click()
    await dialog.waitFor({ state: 'detached' })
    const [red = 0, , blue = 0] = await colourOf(page.getByRole('complementary').locator('.avatar__picture').first())
    expect(blue).toBeGreaterThan(red)
  })

  it('shows it to everybody beside the name, in the place that the initials had', async () => {
    const { page } = colleague
    await page.goto(`${parley.url}/`)
    await page.waitForURL(/\/c\//)
    await owner.page.goto(page.url())
    await say(page, '早上好')
    const picture = messageSaying(owner.page, '早上好').locator('.avatar__picture')
    const [red = 0, , blue = 0] = await colourOf(picture)
    expect(blue).toBeGreaterThan(red)
    const size = await picture.evaluate((it) => [it.clientWidth, it.parentElement?.clientWidth])
    expect(size).toEqual([36, 36])
  })

  it('says so when a file is no image, and keeps what is shown', async () => {
    const { page } = colleague
    await openProfileOf(page, parley.url, zh('web.profile.open', { name: '王伟' }))
    await page.getByRole('button', { name: zh('web.avatar.change') }).click()
    const dialog = page.getByRole('dialog', { name: zh('web.avatar.title') })
    const buffer = Buffer.from('no image')
    await dialog.locator('input[type=file]').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer })
    await dialog.getByText(zh('web.avatar.unreadable')).waitFor()
    expect(await dialog.getByRole('button', { name: zh('web.avatar.save') }).isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('is taken away by an administrator: initials again, everywhere', async () => {
    const { page } = owner
    await page.goto(`${parley.url}/people`)
    const row = page.getByRole('listitem').filter({ hasText: COLLEAGUE_EMAIL })
    await row.locator('.avatar__picture').waitFor()
    await row.getByRole('button', { name: en('web.people.actions', { name: '王伟' }) }).click()
    await page.getByRole('menuitem', { name: en('web.avatar.remove') }).click()
    await row.locator('.avatar__picture').waitFor({ state: 'detached' })
    await expect.poll(() => colleague.page.locator('.avatar__picture').count()).toBe(0)
    expect([...owner.faults, ...colleague.faults]).toEqual([])
  })
})
