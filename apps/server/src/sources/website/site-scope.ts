/** What of an address tells where somebody came from, and nothing of what is shown. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|phpsessid|jsessionid|sid|sessionid)$/i
const LONGEST_ADDRESS = 1_000
const DEEPEST_PATH = 20
/** A path that says the same again and again leads in a circle. */
const MOST_REPEATS = 3

/** Which addresses belong to what is crawled, and how they are written. */
export class SiteScope {
  private constructor(
    private readonly origin: string,
    private readonly prefix: string,
  ) {}

  /** The folder of an address, or what of its site begins with a given path. */
  static of(address: string, pathPrefix: string | null): SiteScope {
    const { origin, pathname } = new URL(address)
    return new SiteScope(origin, pathPrefix ?? folderOf(pathname))
  }

  get home(): string {
    return this.origin
  }

  /** The same folder under the protocol that the site has moved to. */
  movedTo(address: string): SiteScope {
    const { protocol, host, origin } = new URL(address)
    const isUpgrade = protocol === 'https:' && new URL(this.origin).hostname === new URL(address).hostname
    return isUpgrade && host ? new SiteScope(origin, this.prefix) : this
  }

  /** The one way to write an address of the site; null for what does not belong to it. */
  normalize(href: string, base: string): string | null {
    if (!URL.canParse(href, base)) return null
    const url = new URL(href, base)
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
    const home = new URL(this.origin)
    if (url.hostname === home.hostname && isUsualPort(url) && isUsualPort(home)) {
      url.protocol = home.protocol
      url.port = home.port
    }
    url.hash = ''
    url.username = ''
    url.password = ''
    for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
    url.pathname = url.pathname.replace(/;jsessionid=[^/]*/i, '')
    return url.origin === this.origin && this.holds(url) ? url.href : null
  }

  private holds({ pathname, href }: URL): boolean {
    const { prefix } = this
    const isInside =
      pathname.startsWith(prefix) && (prefix.endsWith('/') || /^(?:$|\/)/.test(pathname.slice(prefix.length)))
    return isInside && href.length <= LONGEST_ADDRESS && !isCircle(pathname)
  }
}

const isUsualPort = ({ port }: URL): boolean => port === ''

function folderOf(pathname: string): string {
  const name = pathname.split('/').at(-1) ?? ''
  return name.includes('.') ? pathname.slice(0, -name.length) : pathname
}

function isCircle(pathname: string): boolean {
  const parts = pathname.split('/').filter(Boolean)
  const counts = new Map<string, number>()
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1)
  return parts.length > DEEPEST_PATH || Math.max(0, ...counts.values()) > MOST_REPEATS
}
