/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
import type { Language } from '@parley/locale'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying, openAssistant, say, setUp } from './support/actions'
import { seriousViolations } from './support/axe'
import { openBrowser, openVisitor, type Visitor } from './support/open-browser'
import { type ParleyProcess, startParleyProcess } from './support/parley-process'
import { words } from './support/words'

/** What is written in `workspace.tsx`, and an address of each. A route that is missing here fails the test below. */
const pages: Readonly<Record<string, string>> = {
  '/': '/',
  '/mentions': '/mentions',
  '/notifications': '/notifications',
  '/unreads': '/unreads',
  '/scheduled/*?': '/scheduled',
  '/saved': '/saved',
  '/reports': '/reports',
  '/moving': '/moving',
  '/search': '/search?q=hello',
  '/tasks': '/tasks',
  '/knowledge': '/knowledge',
  '/integrations': '/integrations',
  '/people': '/people',
}

/** 320 px is also what a page of 1280 px has at 400 %. */
const looks = (['en', 'zh'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [320, 1280].map((width) => ({ language, theme, width }))),
)

let parley: ParleyProcess
let browser: Browser
let visitor: Visitor
let conversation: string

beforeAll(async () => {
  parley = await startParleyProcess()
  browser = await openBrowser()
  visitor = await openVisitor(browser, 'en')
  await setUp(visitor.page, parley.setupUrl, 'en', words.en)
  await openAssistant(visitor.page, 'en')
  await say(visitor.page, 'hello')
  await messageSaying(visitor.page, 'hello').waitFor()
  conversation = new URL(visitor.page.url()).pathname
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await parley?.[Symbol.asyncDispose]()
})

async function open(page: Page, path: string, language: Language, theme: 'light' | 'dark') {
  await page.evaluate(
    (preferences) => localStorage.setItem('parley.preferences', preferences),
    JSON.stringify({ language, theme }),
  )
  // A person's own language is asked before the browser's.
  const headers = { origin: parley.url }
  await page.request.post(`${parley.url}/api/users.updateProfile`, { data: { language }, headers })
  await page.goto(parley.url + path)
  await page.locator('.shell:not([aria-busy])').waitFor()
  await page.evaluate(() => document.fonts.ready)
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toMatch(language)
}

const addresses = () => [
  conversation,
  `${conversation}?channel=${conversation.slice('/c/'.length)}`,
  `${conversation}?pins=${conversation.slice('/c/'.length)}`,
  ...Object.values(pages),
]

it('looks at every page that there is', async () => {
  const source = await readFile('apps/web/src/features/shell/workspace.tsx', 'utf8')
  const routes = [...source.matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path ?? '')
  expect(routes.length).toBeGreaterThan(10)
  expect(routes.filter((path) => path !== '/sign-in').toSorted()).toEqual(Object.keys(pages).toSorted())
})

describe.each(looks)('in $language, $theme, at $width px', ({ language, theme, width }) => {
  it('every page is without a serious fault, and scrolls in one direction only', async () => {
    const { page } = visitor
    await page.setViewportSize({ width, height: 800 })
    const found: string[] = []
    for (const path of addresses()) {
      await open(page, path, language, theme)
      found.push(...(await seriousViolations(page)).map((violation) => `${path} ${violation}`))
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (over > 0) found.push(`${path} is ${over} px too wide`)
    }
    expect(found).toEqual([])
  }, 180_000)

  it('the palette and the keys are without a serious fault', async () => {
    const { page } = visitor
    await page.setViewportSize({ width, height: 800 })
    const found: string[] = []
    await open(page, '/people', language, theme)
    for (const key of ['Control+k', '?']) {
      await page.keyboard.press(key)
      await page.getByRole('dialog').waitFor()
      found.push(...(await seriousViolations(page)).map((violation) => `${key} ${violation}`))
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    expect(found).toEqual([])
  })
})

it('shows what is chosen, and the icons, in forced colours', async () => {
  const { page } = visitor
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ forcedColors: 'active' })
  await open(page, conversation, 'en', 'light')
  const seen = await page.evaluate(() => {
    const chosen = document.querySelector('.sidebar [aria-current="page"]')
    const other = document.querySelector('.sidebar a:not([aria-current])')
    const look = (it: Element | null) => {
      const style = it && getComputedStyle(it)
      return (
        style &&
        [style.backgroundColor, style.outlineStyle, style.borderInlineStartColor, style.forcedColorAdjust].join()
      )
    }
    const icon = document.querySelector('.page-head svg')
    const ground = getComputedStyle(document.body).backgroundColor
    return { isChosenSeen: look(chosen) !== look(other), icon: icon && getComputedStyle(icon).stroke !== ground }
  })
  expect(seen).toEqual({ isChosenSeen: true, icon: true })
  await page.emulateMedia({ forcedColors: 'none' })
})
