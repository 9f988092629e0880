/**
 * Tells the service worker which files of the program this page has needed, as it needs them: those that it fetched
 * before the worker was there, too. The answer ends that.
 */
export function keepProgram(serviceWorker: ServiceWorkerContainer): () => void {
  const keep = (entries: PerformanceObserverEntryList) => {
    const paths = entries.getEntries().flatMap(({ name }) => assetPath(new URL(name)))
    if (paths.length === 0) return
    serviceWorker.ready.then(({ active }) => active?.postMessage({ type: 'keep', paths })).catch(() => undefined)
  }
  const observer = new PerformanceObserver(keep)
  observer.observe({ type: 'resource', buffered: true })
  return () => observer.disconnect()
}

const assetPath = ({ origin, pathname }: URL): readonly string[] =>
  origin === location.origin && pathname.startsWith('/assets/') ? [pathname] : []
