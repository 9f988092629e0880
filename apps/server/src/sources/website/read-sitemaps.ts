import type { PoliteReader } from './polite-reader'
import type { SiteScope } from './site-scope'

const MOST_SITEMAPS = 20
const LOCATION = /<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]]{1,2000}?)\s*(?:\]\]>)?\s*<\/loc>/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Addresses that the site names itself (sitemaps.org), as far as they are to be taken in. */
export async function readSitemaps(reader: PoliteReader, scope: SiteScope, limit: number): Promise<string[]> {
  const isOwn = (url: string) => new URL(url).origin === scope.home
  const waiting = [...reader.sitemaps, `${scope.home}/sitemap.xml`].filter((url) => URL.canParse(url) && isOwn(url))
  const seen = new Set<string>()
  const found = new Set<string>()
  for (let url = waiting.shift(); url && seen.size < MOST_SITEMAPS && found.size < limit; url = waiting.shift()) {
    if (seen.has(url)) continue
    seen.add(url)
    const xml = await readXml(reader, url, isOwn)
    const locations = [...xml.matchAll(LOCATION)].map(([, location = '']) => plain(location))
    if (/<sitemapindex[\s>]/.test(xml)) waiting.push(...locations.filter((one) => URL.canParse(one) && isOwn(one)))
    else for (const one of locations) addTo(found, scope.normalize(one, url))
  }
  return [...found].slice(0, limit)
}

function addTo(found: Set<string>, url: string | null): void {
  if (url) found.add(url)
}

/** A site without one is read by its links alone. */
async function readXml(reader: PoliteReader, url: string, isOwn: (url: string) => boolean): Promise<string> {
  const answer = await reader.read(url, isOwn).catch(() => undefined)
  return answer?.status === 200 && answer.body ? new TextDecoder().decode(answer.body) : ''
}

const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
