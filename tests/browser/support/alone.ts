import type { Language } from '@parley/locale'
import type { Browser, Page } from 'playwright-core'
import { createChannel, setUp } from './actions'
import { openBrowser, openVisitor, type Visitor } from './open-browser'
import { type ParleyProcess, startParleyProcess } from './parley-process'
import { words } from './words'

/** Somebody who has set up a workspace of their own, in a channel of theirs. */
export interface Alone extends AsyncDisposable {
  readonly parley: ParleyProcess
  readonly browser: Browser
  readonly visitor: Visitor
  readonly page: Page
}

const PATIENCE_MS = 15_000

export async function openAlone(
  language: Language,
  channelName: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Alone> {
  const parley = await startParleyProcess(settings)
  const browser = await openBrowser()
  const visitor = await openVisitor(browser, language)
  const { page } = visitor
  page.setDefaultTimeout(PATIENCE_MS)
  await setUp(page, parley.setupUrl, language, words[language])
  await page.waitForURL(/\/c\//)
  await createChannel(page, language, channelName)
  return { parley, browser, visitor, page, [Symbol.asyncDispose]: close }

  async function close() {
    await browser.close()
    await parley[Symbol.asyncDispose]()
  }
}
