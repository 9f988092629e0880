import { copyFile, mkdir } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { ensureChromium } from './browser.js'
import { inRepository, isStartedDirectly, progress, runCommand } from './repository.js'
import { fillWorkspace, owner } from './screenshots/fill-workspace.js'
import { views } from './screenshots/views.js'
import { startServer } from './start-server.js'

const languages = ['zh', 'en']
const themes = ['light', 'dark']
const widths = [360, 768, 1440]
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']

/** Pictures of the documentation, among all that are made. */
const documented = [
  ['assistant-en-light-1440', 'assistant-en.png'],
  ['assistant-zh-light-1440', 'assistant-zh.png'],
  ['english-channel-en-dark-1440', 'channel-dark.png'],
  ['why-en-light-1440', 'why.png'],
  ['chinese-channel-zh-light-360', 'phone-zh.png'],
]

/** Photographs every page in both languages, both themes and three widths into `test-output/screenshots`. */
export async function takeScreenshots() {
  const output = inRepository('test-output/screenshots')
  await mkdir(output, { recursive: true })
  const server = await startServer()
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: flags })
  try {
    const paths = await fillWorkspace(server.url, server.token)
    for (const language of languages) await photographIn(language, { browser, server, paths, output })
  } finally {
    await browser.close()
    await server.stop()
  }
  await copyForDocumentation(output)
}

async function photographIn(language, { browser, server, paths, output }) {
  const context = await browser.newContext({ locale: language === 'zh' ? 'zh-CN' : 'en-GB', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(server.url)
  await shoot(page, `${output}/sign-in-${language}`)
  await signIn(page, server.url, language)
  for (const view of views) {
    for (const theme of themes) await photographView(page, { view, theme, language, server, paths, output })
    progress(`photographed ${view.name} in ${language}`)
  }
  await context.close()
}

async function signIn(page, url, language) {
  const answer = await page.request.post(`${url}/api/auth.signIn`, {
    data: { email: owner.email, password: owner.password },
    headers: { origin: url },
  })
  const { token } = await answer.json()
  await page.request.post(`${url}/api/users.updateProfile`, {
    data: { language },
    headers: { origin: url, authorization: `Bearer ${token}` },
  })
}

async function photographView(page, { view, theme, language, server, paths, output }) {
  const preferences = JSON.stringify({ language, theme })
  await page.evaluate((value) => localStorage.setItem('parley.preferences', value), preferences)
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 })
    await page.goto(server.url + view.path(paths))
    await page.locator('.shell:not([aria-busy])').waitFor()
    await page.waitForLoadState('networkidle')
    await view.act?.(page)
    if (view.settled) await page.locator(view.settled).first().waitFor()
    await shoot(page, `${output}/${view.name}-${language}-${theme}-${width}`)
  }
}

async function shoot(page, file) {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: `${file}.png` })
}

async function copyForDocumentation(output) {
  const images = inRepository('docs/images')
  await mkdir(images, { recursive: true })
  for (const [from, to] of documented) await copyFile(`${output}/${from}.png`, `${images}/${to}`)
}

if (isStartedDirectly(import.meta.url)) await runCommand(takeScreenshots)
