/// <reference lib="dom" />
import type { Language } from '@parley/locale'
import type { Page } from 'playwright-core'

export interface Look {
  readonly language: Language
  readonly theme: 'light' | 'dark'
  readonly width: number
}

/** 320 px is also what a page of 1280 px has at 400 %. */
export const looks: readonly Look[] = (['en', 'zh'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [320, 1280].map((width) => ({ language, theme, width }))),
)

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
