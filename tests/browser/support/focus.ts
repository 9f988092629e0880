/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What has the focus, as somebody who listens to the page is told it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return 'nothing'
    const namedBy = element.getAttribute('aria-labelledby')
    const named = namedBy ? document.getElementById(namedBy)?.textContent : element.getAttribute('aria-label')
    const label = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null)?.[0]?.textContent : null
    const words = named ?? label ?? element.textContent ?? ''
    return words.replaceAll(/\s+/g, ' ').trim() || element.tagName.toLowerCase()
  })

export const untilFocused = (page: Page, name: string | RegExp): Promise<void> =>
  expect.poll(() => focused(page), { message: `the focus comes to ${name}` }).toMatch(name)

/** Goes with Tab until the focus is there: everything can be reached in that way. */
export async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const now = await focused(page)
    if (typeof name === 'string' ? now.includes(name) : name.test(now)) return expectVisibleFocus(page)
    passed.push(now.slice(0, 40))
    await page.keyboard.press(key)
  }
  throw new Error(`${name} was not reached; passed ${passed.join(' → ')}`)
}

const MOST_STEPS = 80

/** The focus is in sight, and drawn. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const box = element.getBoundingClientRect()
    const within = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    const isDrawn = (it: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(it)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    }
    const drawn = [element, element.parentElement, element.closest('[data-focus-ring]')].some((it) => it && isDrawn(it))
    return { within, drawn, html: element.outerHTML.slice(0, 160) }
  })
  expect(seen, seen.html).toMatchObject({ within: true, drawn: true })
}
