/// <reference lib="dom" />
import type { Language } from '@parley/locale'
import type { Page } from 'playwright-core'

export interface Look {
  readonly language: Language
  readonly theme: 'light' | 'dark'
  readonly width: number
}

/**
 * Two for each language, in the order of looking: each language with each theme and each width, each theme with each
 * width. 320 px is also what a page of 1280 px has at 400 %.
 */
export const looks: Readonly<Record<Language, readonly [Look, Look]>> = {
  en: [
    { language: 'en', theme: 'light', width: 1280 },
    { language: 'en', theme: 'dark', width: 320 },
  ],
  zh: [
    { language: 'zh', theme: 'light', width: 320 },
    { language: 'zh', theme: 'dark', width: 1280 },
  ],
}

/** Changes how the page is looked at as it stands, without loading it again. */
export async function wear(page: Page, { theme, width }: Pick<Look, 'theme' | 'width'>): Promise<void> {
  await page.setViewportSize({ width, height: 800 })
  await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), theme)
}

/** Opens a page in a language and theme, whole. A person's own language is asked before the browser's. */
export async function openAs(page: Page, address: string, { language, theme }: Pick<Look, 'language' | 'theme'>) {
  const { origin } = new URL(address)
  await page.evaluate(
    (preferences) => localStorage.setItem('parley.preferences', preferences),
    JSON.stringify({ language, theme }),
  )
  await page.request.post(`${origin}/api/users.updateProfile`, { data: { language }, headers: { origin } })
  await page.goto(address)
  await page.locator('.shell:not([aria-busy])').waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction((wanted) => document.documentElement.lang.startsWith(wanted), language)
}
