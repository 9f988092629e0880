/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectVisibleFocus, focused, tabTo, untilFocused } from './focus'

/** No hand lets go at once: a radio group chooses in the turn after the key goes down, while it is down. */
const PRESSED_MS = 15

export type Keyboard = ReturnType<typeof keyboardOf>

/** Somebody at a page who has nothing but keys. */
export function keyboardOf(page: Page) {
  const type = (words: string) => page.keyboard.type(words)
  const to = (name: string | RegExp, key?: 'Tab' | 'Shift+Tab') => tabTo(page, name, key)
  const until = (name: string | RegExp) => untilFocused(page, name)

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key, { delay: PRESSED_MS })
  }

  /** Goes to what is called so, and presses it. */
  async function use(name: string | RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
    await to(name, key)
    await press('Enter')
  }

  async function fill(name: string | RegExp, words: string): Promise<void> {
    await to(name)
    await press('Control+a')
    await type(words)
  }

  /** Opens the menu that is called so, and takes an entry by its arrows. */
  async function choose(menu: string | RegExp, entry: string | RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
    await use(menu, key)
    await page.getByRole('menu').waitFor()
    await expect.poll(() => focused(page)).not.toBe('nothing')
    const isThere = (now: string) => (typeof entry === 'string' ? now.includes(entry) : entry.test(now))
    for (let now = await focused(page); !isThere(now); now = await focused(page)) {
      await press('ArrowDown')
      await expect.poll(() => focused(page), { message: `${entry} comes after ${now}` }).not.toBe(now)
    }
    await press('Enter')
    await page.getByRole('menu').waitFor({ state: 'detached' })
  }

  /** To the message that says this, which Tab reaches as one of many. */
  async function toMessage(words: string): Promise<void> {
    const there = () =>
      page.evaluate(() => (document.activeElement?.matches('article') ? document.activeElement.textContent : null))
    for (let step = 0; step < 60; step += 1) {
      const now = await there()
      if (now?.includes(words)) return expectVisibleFocus(page)
      await press(now === null ? 'Shift+Tab' : 'ArrowUp')
    }
    throw new Error(`the message “${words}” was not reached`)
  }

  return { page, type, press, use, fill, choose, to, until, toMessage }
}

/** What has the focus, and whether it is in sight and drawn. The page as a whole is no place: the next Tab starts at the top. */
export async function footing(page: Page): Promise<string> {
  const what = await focused(page)
  if (what === 'nothing') return 'nothing'
  try {
    await expectVisibleFocus(page)
    return what
  } catch (error) {
    return `hidden: ${(error as Error).message.slice(0, 200)}`
  }
}
