import type { Language } from '@parley/locale'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChannel, messageSaying, say } from './support/actions'
import { type Alone, openAlone } from './support/alone'
import { seriousViolations } from './support/axe'
import { openAs } from './support/look-of'
import { textIn } from './support/text-in'
import { words } from './support/words'

let alone: Alone
let page: Page
beforeAll(async () => {
  alone = await openAlone('en', 'Harbour')
  page = alone.page
})
afterAll(() => alone?.[Symbol.asyncDispose]())

const note = (name: string, text = 'read me') => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

/** A picture as a page makes it, so that it is whatever this browser calls one. */
async function picture(page: Page, name: string, colour: string) {
  const url = await page.evaluate((fill) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 400 })
    const context = canvas.getContext('2d') as CanvasRenderingContext2D
    context.fillStyle = fill
    context.fillRect(0, 0, 640, 400)
    return canvas.toDataURL('image/png')
  }, colour)
  return { name, mimeType: 'image/png', buffer: Buffer.from(url.split(',')[1] ?? '', 'base64') }
}

/** Files that somebody lets go of over an element, or pastes into it. */
async function give(page: Page, goal: Locator, kind: 'drop' | 'paste', names: readonly string[]): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const made = new DataTransfer()
    for (const name of given) made.items.add(new File(['given'], name, { type: 'text/plain' }))
    return made
  }, names)
  if (kind === 'drop') {
    await goal.dispatchEvent('dragover', { dataTransfer: transfer })
    await goal.dispatchEvent('drop', { dataTransfer: transfer })
  } else {
    await goal.evaluate(
      (element, clipboardData) =>
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })),
      transfer,
    )
  }
}

describe.each<Language>(['en', 'zh'])('files in a conversation: %s', (language) => {
  const text = textIn(language)
  const tray = () => page.getByRole('list', { name: text('web.files.chosen') })

  beforeAll(async () => {
    await openAs(page, alone.parley.url, { language, theme: 'light' })
    await createChannel(page, language, words[language].channel)
    await page.getByRole('combobox').waitFor()
  })

  it('are chosen, sent with or without words, and looked at with the keyboard', async () => {
    const pictures = [await picture(page, 'red.png', '#c33'), await picture(page, 'blue.png', '#33c')]
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([...pictures, note('plan.txt', '发布计划 plan')])
    await say(page, words[language].hello)
    const message = messageSaying(page, 'plan.txt')
    await message.getByRole('button', { name: text('web.files.openImage', { name: 'red.png' }) }).press('Enter')
    const title = (number: number, name: string) => text('web.files.lightbox', { number, total: 2, name })
    await page.getByRole('dialog', { name: title(1, 'red.png') }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.keyboard.press('ArrowRight')
    await page.getByRole('dialog', { name: title(2, 'blue.png') }).waitFor()
    await page.keyboard.press('Escape')
    await message.getByRole('button', { name: 'plan.txt' }).click()
    await page.getByRole('complementary').getByText('发布计划 plan').waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })

  it('are dropped and pasted, and can be taken out again before they are sent', async () => {
    await give(page, page.locator('main .drop-area'), 'drop', ['dropped.txt'])
    await give(page, page.getByRole('combobox'), 'paste', ['pasted.txt'])
    await tray().getByText('pasted.txt').waitFor()
    await tray()
      .getByRole('button', { name: text('web.files.remove', { name: 'pasted.txt' }) })
      .click()
    await page.getByRole('combobox').press('Enter')
    const message = messageSaying(page, 'dropped.txt')
    await message.getByRole('link', { name: text('web.files.download', { name: 'dropped.txt' }) }).waitFor()
    expect(await message.getByText('pasted.txt').count()).toBe(0)
  })

  it('that are too large are refused before they are sent, with the limit', async () => {
    await page.route('**/api/files.begin', async (route) => {
      const body = { ...route.request().postDataJSON(), size: 100_000_001 }
      await route.continue({ postData: JSON.stringify(body) })
    })
    await page.locator('input[type=file]').first().setInputFiles(note('film.mov'))
    await tray()
      .getByText(text('error.file_too_large', { name: 'film.mov', limitMb: 100 }))
      .waitFor()
    await expect
      .poll(() => page.getByRole('button', { name: text('web.composer.send'), exact: true }).isDisabled())
      .toBe(true)
    await page.unroute('**/api/files.begin')
    await tray()
      .getByRole('button', { name: text('web.files.remove', { name: 'film.mov' }) })
      .click()
  })

  it('keep their message waiting while the connection is away, and others go ahead', async () => {
    await page.route('**/api/files/**', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    )
    await page.locator('input[type=file]').first().setInputFiles(note('late.txt'))
    await say(page, 'late')
    await messageSaying(page, 'late.txt')
      .getByRole('button', { name: text('web.files.cancel') })
      .waitFor()
    await say(page, 'early')
    await page.unroute('**/api/files/**')
    const late = messageSaying(page, 'late.txt')
    await late.getByRole('link', { name: text('web.files.download', { name: 'late.txt' }) }).waitFor()
    expect(
      await page
        .getByRole('article')
        .filter({ hasText: /^.*(early|late)/ })
        .last()
        .textContent(),
    ).toContain('late')
  })

  it('of a channel are listed, and found by name', async () => {
    await page.getByRole('button', { name: text('web.channel.menu') }).click()
    await page.getByRole('menuitem', { name: text('web.files.title') }).click()
    const panel = page.getByRole('complementary', { name: text('web.files.title') })
    await panel.getByText('late.txt').waitFor()
    await panel.getByRole('radio', { name: text('web.files.filter.image') }).click()
    await panel.getByText('blue.png').waitFor()
    await expect.poll(() => panel.getByText('late.txt').count()).toBe(0)
    expect(await seriousViolations(page)).toEqual([])
    expect(alone.visitor.faults).toEqual([])
  })
})
