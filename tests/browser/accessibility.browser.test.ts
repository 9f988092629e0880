/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
import type { Language } from '@parley/locale'
import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageSaying, openAssistant, say, setUp } from './support/actions'
import { seriousViolations } from './support/axe'
import { looks, openAs, wear } from './support/look-of'
import { openBrowser, openVisitor, type Visitor } from './support/open-browser'
import { type ParleyProcess, startParleyProcess } from './support/parley-process'
import { textIn } from './support/text-in'
import { words } from './support/words'

/** What is written in `workspace.tsx`, and an address of each. A route that is missing here fails the test below. */
const pages: Readonly<Record<string, string>> = {
  '/': '/',
  '/mentions': '/mentions',
  '/notifications': '/notifications',
  '/understanding': '/understanding',
  '/unreads': '/unreads',
  '/scheduled/*?': '/scheduled',
  '/saved': '/saved',
  '/reports': '/reports',
  '/moving': '/moving',
  '/search': '/search?q=hello',
  '/tasks': '/tasks',
  '/graph/*?': '/graph',
  '/knowledge/*?': '/knowledge',
  '/integrations': '/integrations',
  '/people': '/people',
  '/threads/*?': '/threads',
}

/** Other faces of these pages. */
const further = ['/knowledge/answers', '/knowledge/questions', '/search', '/search?q=from:@nobody', '/nowhere']

const LONG_WORD = 'x'.repeat(400)
/** What does not fit into a line, of any width. */
const WIDE = `${LONG_WORD}\n\n| a | b | c | d | e | f |\n|-|-|-|-|-|-|\n| ${'wide cell | '.repeat(6)}\n\n\`${LONG_WORD}\``

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
  await say(visitor.page, WIDE)
  await messageSaying(visitor.page, LONG_WORD).waitFor()
  conversation = new URL(visitor.page.url()).pathname
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await parley?.[Symbol.asyncDispose]()
})

const open = async (page: Page, path: string, language: Language, theme: 'light' | 'dark') => {
  await openAs(page, parley.url + path, { language, theme })
  if (path.startsWith(conversation)) await messageSaying(page, LONG_WORD).waitFor({ state: 'attached' })
}

const addresses = () => [
  conversation,
  `${conversation}?channel=${conversation.slice('/c/'.length)}`,
  `${conversation}?pins=${conversation.slice('/c/'.length)}`,
  ...Object.values(pages),
  ...further,
]

/** Of a few choices in a row, in px; two lines are 60. */
const ONE_LINE = 40

it('looks at every page that there is', async () => {
  const source = await readFile('apps/web/src/features/shell/workspace.tsx', 'utf8')
  const written = source.replaceAll(`\${THREADS_PATH}`, '/threads')
  const routes = [...written.matchAll(/<Route path=(?:"|\{`)([^"`]+)/g)].map(([, path]) => path ?? '')
  expect(routes.length).toBeGreaterThan(10)
  expect(routes.filter((path) => path !== '/sign-in').toSorted()).toEqual(Object.keys(pages).toSorted())
})

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  const [first, second] = looks[language]

  it('every page is without a serious fault, and scrolls in one direction only', async () => {
    const { page } = visitor
    const found: string[] = []
    for (const path of addresses()) {
      await page.setViewportSize({ width: first.width, height: 800 })
      await open(page, path, language, first.theme)
      for (const look of [first, second]) {
        await wear(page, look)
        const where = `${path}, ${look.theme}, ${look.width} px:`
        found.push(...(await seriousViolations(page)).map((violation) => `${where} ${violation}`))
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (over > 0) found.push(`${where} ${over} px too wide`)
        const heights = await page.locator('.segmented').evaluateAll((all) => all.map((one) => one.clientHeight))
        if (heights.some((height) => height > ONE_LINE)) found.push(`${where} choices on more than one line`)
      }
    }
    expect(found).toEqual([])
  }, 180_000)

  it.each([first, second])(
    'the palette and the keys are without a serious fault, $theme, at $width px',
    async (look) => {
      const { page } = visitor
      await page.setViewportSize({ width: look.width, height: 800 })
      const found: string[] = []
      await open(page, '/people', language, look.theme)
      for (const key of ['Control+k', '?']) {
        await page.keyboard.press(key)
        await page.getByRole('dialog').waitFor()
        found.push(...(await seriousViolations(page)).map((violation) => `${key} ${violation}`))
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
      expect(found).toEqual([])
    },
  )
})

describe('in forced colours', () => {
  beforeAll(async () => {
    await visitor.page.setViewportSize({ width: 1280, height: 800 })
    await visitor.page.emulateMedia({ forcedColors: 'active' })
    await open(visitor.page, conversation, 'en', 'light')
  })

  afterAll(() => visitor.page.emulateMedia({ forcedColors: 'none' }))

  /** Whether something is framed, in a colour that is not the ground's. */
  const isFramed = (selector: string) =>
    visitor.page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
        const ground = getComputedStyle(document.body).backgroundColor
        return outlineStyle === 'solid' && outlineWidth !== '0px' && outlineColor !== ground
      })

  it('what is chosen is framed, and what is not is not', async () => {
    await expect.poll(() => isFramed('.sidebar [aria-current="page"]')).toBe(true)
    expect(await isFramed('.sidebar a:not([aria-current])')).toBe(false)
    await open(visitor.page, '/tasks', 'en', 'light')
    await expect.poll(() => isFramed('[role=radio][aria-checked="true"]')).toBe(true)
    expect(await isFramed('[role=radio][aria-checked="false"]')).toBe(false)
  })

  it('the focus is seen, in menus too', async () => {
    await open(visitor.page, conversation, 'en', 'light')
    await visitor.page.getByRole('button', { name: textIn('en')('web.nav.add') }).focus()
    await visitor.page.keyboard.press('Tab')
    await expect.poll(() => isFramed(':focus-visible')).toBe(true)
    await visitor.page.getByRole('button', { name: textIn('en')('web.channel.directMenu') }).focus()
    await visitor.page.keyboard.press('Enter')
    await visitor.page.locator('[role=menuitem][data-highlighted]').waitFor()
    await expect.poll(() => isFramed('[role=menuitem][data-highlighted]')).toBe(true)
    await visitor.page.keyboard.press('Escape')
  })

  it('icons and borders have the colour of text, not of the ground', async () => {
    const [icon, field, ground] = await visitor.page.evaluate(() => {
      const styleOf = (selector: string) => getComputedStyle(document.querySelector(selector) as Element)
      return [
        styleOf('.page-head svg').stroke,
        styleOf('.composer__field').borderTopColor,
        styleOf('body').backgroundColor,
      ]
    })
    expect(icon).not.toBe(ground)
    expect(field).not.toBe(ground)
  })
})

describe('motion', () => {
  afterAll(() => visitor.page.emulateMedia({ reducedMotion: 'no-preference' }))

  /** How long what moves on the page goes on, in milliseconds; a skeleton breathes until its rows come. */
  async function longestMotion(reducedMotion: 'reduce' | 'no-preference'): Promise<number> {
    const { page } = visitor
    await page.emulateMedia({ reducedMotion })
    const held: Route[] = []
    await page.route('**/api/moderation.reports?status*', (route) => void held.push(route))
    await page.goto(`${parley.url}/reports`)
    await page.locator('.skeleton').first().waitFor()
    const longest = await page.evaluate(() =>
      Math.max(0, ...document.getAnimations().map((it) => Number(it.effect?.getComputedTiming().endTime ?? 0))),
    )
    for (const route of held) await route.continue()
    await page.unroute('**/api/moderation.reports?status*')
    return longest
  }

  it('goes on where nothing was said against it, and not where somebody wants none', async () => {
    expect(await longestMotion('no-preference')).toBe(Number.POSITIVE_INFINITY)
    expect(await longestMotion('reduce')).toBeLessThanOrEqual(1)
  })
})
