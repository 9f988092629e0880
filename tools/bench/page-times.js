import { chromium } from 'playwright-core'
import { ensureChromium } from '../browser.js'
import { administrator, call } from './people.js'
import { median } from './summary.js'

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']
const ROUNDS = 10
const MESSAGES = 60
const channelNames = ['bench-left', 'bench-right']

/**
 * The page's own times in Chromium, in milliseconds by the page's clock: from the address until somebody can write, with
 * an empty cache and with a filled one, and from a click on another channel until its messages are painted.
 */
export async function measurePage(url) {
  const { token } = await call(url, 'auth.signIn', administrator)
  for (const name of channelNames) await fillChannel(url, token, name)
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: flags })
  try {
    const page = await openSignedIn(browser, url)
    return {
      interactiveFirstMs: median(await repeat(3, () => measureFirstVisit(browser, url))),
      interactiveAgainMs: median(await repeat(ROUNDS, () => measureLoad(page, url))),
      channelSwitchMs: median(await repeat(ROUNDS, (round) => measureSwitch(page, channelNames[round % 2]))),
    }
  } finally {
    await browser.close()
  }
}

export function renderPage({ interactiveFirstMs, interactiveAgainMs, channelSwitchMs }) {
  return [
    `first visit, until one can write (ms)     ${interactiveFirstMs.toFixed(0)}`,
    `further visits, until one can write (ms)  ${interactiveAgainMs.toFixed(0)}`,
    `another channel, until it is there (ms)   ${channelSwitchMs.toFixed(0)}`,
  ].join('\n')
}

async function fillChannel(url, token, name) {
  const { channel } = await call(url, 'channels.create', { name, kind: 'public', withAssistant: false }, token)
  for (let number = 1; number <= MESSAGES; number += 1) {
    const text = `${name} ${number}: 发布说明已更新, please review the **release notes** \`v2.${number}\``
    await call(url, 'messages.send', { channelId: channel.id, text, clientMessageId: crypto.randomUUID() }, token)
  }
}

async function repeat(rounds, measure) {
  const spent = []
  for (let round = 0; round < rounds; round += 1) spent.push(await measure(round))
  return spent
}

async function openSignedIn(browser, url) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.request.post(`${url}/api/auth.signIn`, { data: administrator, headers: { origin: url } })
  await measureLoad(page, url)
  return page
}

async function measureFirstVisit(browser, url) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    await page.request.post(`${url}/api/auth.signIn`, { data: administrator, headers: { origin: url } })
    return await measureLoad(page, url)
  } finally {
    await context.close()
  }
}

/** `performance.now()` counts from the navigation. */
async function measureLoad(page, url) {
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('.shell:not([aria-busy])').waitFor()
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now()))))
}

/** Click and look in the page itself: what the driver takes to talk to the page is no part of it. */
async function measureSwitch(page, name) {
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .waitFor()
  return page.evaluate(switchTo, { name, last: `${name} ${MESSAGES}` })
}

/* Runs in the page. */
function switchTo({ name, last }) {
  const link = [...document.querySelectorAll('a')].find((one) => one.textContent.includes(name))
  const isThere = () => document.querySelector('main').textContent.includes(last)
  return new Promise((resolve) => {
    const startedAt = performance.now()
    const look = () =>
      isThere() ? requestAnimationFrame(() => resolve(performance.now() - startedAt)) : requestAnimationFrame(look)
    link.click()
    look()
  })
}
