import type { Language } from '@parley/locale'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { ensureChromium } from '../../../tools/browser.js'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await ensureChromium(), args: flags })

/** Somebody's browser: cookies and storage of their own, in their language, with a list of what went wrong in it. */
export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** Exceptions that no code caught. */
  readonly faults: readonly string[]
}

export async function openVisitor(browser: Browser, language: Language): Promise<Visitor> {
  const context = await browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  return { context, page, faults }
}
