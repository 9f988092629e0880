/*
 * Lets the page start without a connection, and shows what arrives while no page is open. The page itself comes from
 * the network where there is one; built files bear their content in their names, so a copy is as good as the original.
 */
const CACHE = 'parley-1'
/** What pages of the build before need, which are still open: the server does not have it any more. */
const CACHE_BEFORE = 'parley-before'
const PATIENCE_MS = 3_000

self.addEventListener('install', (event) => {
  event.waitUntil(keepPage().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(openPage(event))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(readAsset(request))
})

/** Pages say which files they needed: the next start needs them, too, and nothing else from the network. */
self.addEventListener('message', (event) => {
  if (event.data?.type === 'keep') event.waitUntil(keepAssets(event.data.paths))
})

async function keepPage() {
  const page = await fetch('/', { cache: 'no-cache' })
  if (!page.ok) throw new Error('the page cannot be kept')
  await keepNewer(page)
}

/** One page after the other: two at once would take each other's files for those of the build before. */
const keepNewer = (page) => navigator.locks.request('parley.page', () => replacePage(page))

/** Keeps a page that is not the kept one, and what it names. A proxy's page, or one that is no program, is none of ours. */
async function replacePage(page) {
  const cache = await caches.open(CACHE)
  const html = await page.clone().text()
  const named = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path)
  const isProgram = page.headers.get('content-type')?.startsWith('text/html') && named.length > 0
  if (!isProgram || html === (await (await cache.match('/'))?.text())) return
  // Looked up first: what the new page fetches meanwhile is not of the build before.
  const old = (await cache.keys()).filter(({ url }) => !['/', ...named].includes(new URL(url).pathname))
  await keepAssets(named)
  await cache.put('/', page)
  await setAside(cache, old)
}

async function setAside(cache, requests) {
  await caches.delete(CACHE_BEFORE)
  const before = await caches.open(CACHE_BEFORE)
  for (const request of requests) {
    const kept = await cache.match(request)
    if (kept) await before.put(request, kept)
    await cache.delete(request)
  }
}

async function keepAssets(paths) {
  const cache = await caches.open(CACHE)
  const assets = paths.filter((path) => path.startsWith('/assets/'))
  await Promise.all(assets.map(async (path) => (await cache.match(path)) ?? cache.add(path)))
}

async function openPage(event) {
  const kept = await (await caches.open(CACHE)).match('/')
  try {
    const page = await fetch(event.request, kept ? { signal: AbortSignal.timeout(PATIENCE_MS) } : {})
    const copy = page.clone()
    if (page.ok) event.waitUntil(keepNewer(copy).catch(() => undefined))
    return page
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

async function readAsset(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone())
  return answer
}

self.addEventListener('push', (event) => {
  event.waitUntil(show(event.data?.json() ?? { title: 'Parley', body: '' }))
})

/** Somebody who has a page before their eyes is told by that page. */
async function show({ title, body, message }) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (pages.some((page) => page.focused)) return
  const tag = message?.channelId ?? 'parley'
  const shown = await self.registration.getNotifications({ tag })
  if (message && shown.some(({ data }) => data?.seq >= message.seq)) return
  await self.registration.showNotification(title, {
    body,
    tag,
    renotify: true,
    icon: '/icons/icon-192.png',
    badge: '/icons/badge-96.png',
    data: message ? { ...message, path: pathOf(message) } : { path: '/' },
  })
}

function pathOf({ channelId, threadId, isAlsoInChannel, seq }) {
  const place = threadId && !isAlsoInChannel ? `/c/${channelId}/t/${threadId}` : `/c/${channelId}`
  return `${place}/m/${seq}`
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data?.path ?? '/'))
})

async function open(path) {
  const [page] = await self.clients.matchAll({ type: 'window' })
  if (!page) return self.clients.openWindow(path)
  await page.focus()
  page.postMessage({ type: 'open', path })
}
