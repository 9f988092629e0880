import { ParleyError } from '@parley/protocol'
import { createAddressFilter } from '../../outbound/public-address'
import { type FoundItem, type KnownItem, MOST_DOCUMENTS, type SourceSeen, type SourceToRead } from '../found-item'
import { type Answered, PoliteReader, SilentAddressError } from './polite-reader'
import { type PageMemory, type PageRead, readPage } from './read-page'
import { readSitemaps } from './read-sitemaps'
import { SiteScope } from './site-scope'

type WebsiteSource = SourceToRead<Extract<SourceToRead['settings'], { kind: 'website' }>>

/** Beyond that a site is too slow to be read in one go. */
const LONGEST_MS = 2 * 60 * 60 * 1000
/** Requests for each page that is taken: copies, pages that hold nothing, and links that lead nowhere cost some. */
const REQUESTS_A_PAGE = 3

/** Every page of a website that may be read and can be reached: by its links, its sitemap, and because it was here before. */
export function readWebsite(source: WebsiteSource, signal: AbortSignal): AsyncGenerator<FoundItem, SourceSeen> {
  return new Crawl(source, signal).run()
}

class Crawl {
  private readonly reader: PoliteReader
  private scope: SiteScope
  private readonly waiting: { readonly url: string; readonly depth: number }[] = []
  private readonly queued = new Set<string>()
  private readonly keys = new Set<string>()
  private readonly contents = new Set<string>()
  private requests = 0
  private readonly began = Date.now()

  constructor(
    private readonly source: WebsiteSource,
    signal: AbortSignal,
  ) {
    const { settings, limits } = source
    const isAllowed = createAddressFilter(limits.hosts)
    this.reader = new PoliteReader({ isAllowed, delayMs: settings.delayMs, signal })
    this.scope = SiteScope.of(settings.address, settings.pathPrefix)
  }

  async *run(): AsyncGenerator<FoundItem, SourceSeen> {
    const { maxDepth, maxPages } = this.source.settings
    yield* this.readStart()
    if (maxDepth > 0) for (const url of await readSitemaps(this.reader, this.scope, maxPages)) this.queue(url, 1)
    yield* this.readWaiting()
    // A page that nothing leads to any more may still be there.
    for (const url of this.source.known.keys()) this.queue(this.scope.normalize(url, url), Number.POSITIVE_INFINITY)
    yield* this.readWaiting()
    return { isWhole: this.waiting.length === 0 }
  }

  private async *readStart(): AsyncGenerator<FoundItem> {
    const { address } = this.source.settings
    await this.reader.readRules(this.scope.home)
    const start = this.scope.normalize(address, address) ?? address
    if (!this.reader.mayRead(start)) throw new ParleyError('source_closed_to_programs')
    const { home } = this.scope
    const answer = await this.reader.read(start, (url) => this.mayFollowFromStart(url))
    // Rules are those of one origin: under HTTPS the site may have others.
    if (this.scope.home !== home) await this.reader.readRules(this.scope.home)
    if (answer.status >= 300 && answer.status < 400) throw new ParleyError('source_moved', { address: answer.url })
    if (answer.status >= 400) throw new ParleyError('source_refused', { status: answer.status })
    if (!this.reader.mayRead(answer.url)) throw new ParleyError('source_closed_to_programs')
    this.queued.add(start)
    yield* this.take(answer, start, 0)
  }

  private mayFollowFromStart(url: string): boolean {
    this.scope = this.scope.movedTo(url)
    return this.scope.normalize(url, url) !== null
  }

  private async *readWaiting(): AsyncGenerator<FoundItem> {
    for (let next = this.waiting.at(0); next && this.mayGoOn(); next = this.waiting.at(0)) {
      this.waiting.shift()
      if (!this.reader.mayRead(next.url)) continue
      this.requests += 1
      const known = this.source.known.get(next.url)
      const answer = await this.ask(next.url, known)
      if ('state' in answer) yield answer
      else if (answer.status === 304) yield* this.keep(next.url, known, next.depth)
      else yield* this.take(answer, next.url, next.depth)
    }
  }

  private mayGoOn(): boolean {
    const { maxPages } = this.source.settings
    const isFull = this.keys.size >= Math.min(maxPages, MOST_DOCUMENTS)
    return !isFull && this.requests < maxPages * REQUESTS_A_PAGE + 20 && Date.now() - this.began < LONGEST_MS
  }

  private async ask(url: string, known: KnownItem | undefined): Promise<Answered | FoundItem> {
    const memory = known?.fingerprint ? (known.memory as PageMemory | null) : null
    const headers = {
      ...(memory?.etag && { 'if-none-match': memory.etag }),
      ...(memory?.lastModified && { 'if-modified-since': memory.lastModified }),
    }
    try {
      return await this.reader.read(url, (target) => this.scope.normalize(target, target) !== null, headers)
    } catch (error) {
      if (!(error instanceof SilentAddressError) || error.isSiteSilent) throw error
      return { key: url, state: 'failed', failure: { code: error.code, parameters: error.parameters } }
    }
  }

  /** It has not changed, and leads where it led. */
  private *keep(url: string, known: KnownItem | undefined, depth: number): Generator<FoundItem> {
    this.keys.add(url)
    if (known?.fingerprint) this.contents.add(known.fingerprint)
    this.follow((known?.memory as PageMemory | null)?.links ?? [], depth)
    yield { key: url, state: 'same' }
  }

  private *take(answer: Answered, asked: string, depth: number): Generator<FoundItem> {
    // It leads out of what is taken in.
    if (answer.status >= 300 && answer.status < 400) return
    const url = this.scope.normalize(answer.url, answer.url) ?? asked
    this.queued.add(url)
    const { item, links } = readPage({ ...answer, url }, this.scope)
    this.follow(links, depth)
    const news = item && this.sift(item, url)
    if (news) yield news
  }

  /** Copies of what was found already are left out: under another address, or with the same words. */
  private sift(item: NonNullable<PageRead['item']>, url: string): FoundItem | null {
    const { known } = this.source
    if (item.state === 'gone') return known.has(item.key) ? item : null
    const key = this.keys.has(item.key) ? url : item.key
    if (this.keys.has(key)) return null
    if (item.state !== 'read') return { ...item, key }
    if (this.contents.has(item.fingerprint)) return null
    this.keys.add(key)
    this.queued.add(key)
    this.contents.add(item.fingerprint)
    return known.get(key)?.fingerprint === item.fingerprint ? { key, state: 'same' } : { ...item, key }
  }

  private follow(links: readonly string[], depth: number): void {
    if (depth < this.source.settings.maxDepth) for (const link of links) this.queue(link, depth + 1)
  }

  private queue(url: string | null, depth: number): void {
    if (url === null || this.queued.has(url)) return
    this.queued.add(url)
    this.waiting.push({ url, depth })
  }
}
