import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { connectToDatabase } from './bench/fresh-database.js'
import { fillMessages } from './bench/message-filler.js'
import { administrator, call } from './bench/people.js'
import { percentile } from './bench/percentile.js'
import { createTexts } from './bench/search-texts.js'
import { ensureChromium } from './browser.js'
import { progress, runCommand } from './repository.js'
import { startServer } from './start-server.js'

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']
const name = 'long'
const MEASURED = 600
/** Pixels a frame: none, to see what the machine itself loses, then a flick of the wheel, then a scroll bar that is dragged. */
const speeds = { 'at rest': 0, 'reading (20 px a frame)': 20, 'flicking (120 px a frame)': 120 }

/** Measures how a channel of very many messages scrolls up in Chromium: the time between frames, and what the page holds. */
async function benchScroll({ messages }) {
  const environment = {
    PARLEY_ADMIN_EMAIL: administrator.email,
    PARLEY_ADMIN_PASSWORD: administrator.password,
    PARLEY_RATE_LIMITS: 'off',
  }
  const server = await startServer({ environment })
  try {
    progress(`writing ${messages} messages …`)
    await fillChannel(server, messages)
    progress('scrolling …')
    return await scrollAll(server.url)
  } finally {
    await server.stop()
  }
}

async function fillChannel(server, count) {
  const database = await connectToDatabase(server.dataDirectory)
  try {
    const { token, user } = await call(server.url, 'auth.signIn', administrator)
    const body = { name, kind: 'public', withAssistant: false }
    const { channel } = await call(server.url, 'channels.create', body, token)
    const workspaceId = (await database.query('select id from workspaces')).rows[0].id
    await fillMessages(database, {
      channels: [channel],
      authorIds: [user.id],
      workspaceId,
      count,
      textOf: createTexts(),
    })
  } finally {
    await database.end()
  }
}

async function scrollAll(url) {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: flags })
  try {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await page.request.post(`${url}/api/auth.signIn`, { data: administrator, headers: { origin: url } })
    await page.goto(url)
    await page
      .getByRole('link', { name: new RegExp(name) })
      .first()
      .click()
    await page.locator('.messages__row').first().waitFor()
    const measured = []
    for (const [kind, pixels] of Object.entries(speeds)) {
      measured.push({ kind, ...summarise(await page.evaluate(scrollUp, { pixels, frames: MEASURED })) })
    }
    return measured
  } finally {
    await browser.close()
  }
}

/* Runs in the page. Frames in which a page of older messages arrives count like all others. */
function scrollUp({ pixels, frames }) {
  const list = document.querySelector('.messages__scroll')
  const first = list.scrollTop
  return new Promise((resolve) => {
    const spent = []
    let moved = 0
    let last
    const step = (now) => {
      if (last !== undefined) spent.push(now - last)
      last = now
      const before = list.scrollTop
      list.scrollTop = before - pixels
      moved += before - list.scrollTop
      if (spent.length < frames) return requestAnimationFrame(step)
      const rows = document.querySelectorAll('.messages__row').length
      resolve({ spent, moved, first, rows, heapBytes: performance.memory.usedJSHeapSize })
    }
    requestAnimationFrame(step)
  })
}

function summarise({ spent, moved, rows, heapBytes }) {
  const late = spent.filter((ms) => ms > 25).length
  return {
    'p50 (ms)': percentile(spent, 0.5),
    'p95 (ms)': percentile(spent, 0.95),
    'longest (ms)': Math.max(...spent),
    'late frames': `${((100 * late) / spent.length).toFixed(1)} %`,
    'moved (px)': Math.round(moved),
    'rows in the page': rows,
    'heap (MB)': Math.round(heapBytes / 1024 / 1024),
  }
}

await runCommand(async () => {
  const { values } = parseArgs({ options: { messages: { type: 'string', default: '100000' } } })
  console.table(await benchScroll({ messages: Number(values.messages) }))
})
