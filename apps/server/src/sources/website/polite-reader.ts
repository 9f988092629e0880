import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { ParleyError } from '@parley/protocol'
import robotsParser from 'robots-parser'
import { getOutside, type OutsideContent } from '../../outbound/get-outside'
import { ForbiddenAddressError } from '../../outbound/lookup-allowed'
import type { IsAllowed } from '../../outbound/public-address'
import { LARGEST_FILE } from '../found-item'

export interface PoliteReaderOptions {
  readonly isAllowed: IsAllowed
  readonly delayMs: number
  readonly signal: AbortSignal
}

export type Answered = OutsideContent & { readonly url: string }

/** How robots.txt may call us. */
const ROBOT = 'Parley'
const TIMEOUT_MS = 30_000
const MOST_REDIRECTS = 5
/** Longer than that, a site may ask what it likes. */
const LONGEST_DELAY_MS = 30_000
/** A page is text for people; everything else may be as large as a file that somebody uploads. */
const LARGEST_PAGE = 5 * 1024 * 1024
/** So many addresses in a row that cannot be reached are a site that cannot be reached. */
const MOST_SILENT = 5

/** Reads a site as its owner wishes: what robots.txt allows, one request after another, with pauses. */
export class PoliteReader {
  private robots: ReturnType<typeof robotsParser> | undefined
  private lastAt = 0
  private silent = 0

  constructor(private readonly options: PoliteReaderOptions) {}

  /** @throws ParleyError when nobody can tell what the site allows. */
  async readRules(origin: string): Promise<void> {
    const address = `${origin}/robots.txt`
    const { status, body } = await this.read(address, () => true)
    if (status >= 500) throw new ParleyError('source_refused', { status })
    this.robots = robotsParser(address, status === 200 && body ? new TextDecoder().decode(body) : '')
  }

  mayRead(url: string): boolean {
    return this.robots?.isAllowed(url, ROBOT) ?? true
  }

  get sitemaps(): readonly string[] {
    return this.robots?.getSitemaps() ?? []
  }

  /**
   * Follows redirects as far as they stay where they may; one that leads out is the answer.
   *
   * @throws ParleyError `source_unreachable`, `source_address_forbidden`
   */
  async read(
    url: string,
    mayFollow: (url: string) => boolean,
    headers: Record<string, string> = {},
  ): Promise<Answered> {
    let address = url
    for (let hop = 0; ; hop++) {
      // What is asked under a condition is that one page, not where it leads.
      const answer = await this.ask(address, hop === 0 ? headers : {})
      const target = redirectOf(answer, address)
      if (!target || !mayFollow(target) || hop === MOST_REDIRECTS) return { ...answer, url: target ?? address }
      address = target
    }
  }

  private async ask(url: string, headers: Record<string, string>): Promise<OutsideContent> {
    const { isAllowed, signal } = this.options
    await this.pause()
    try {
      const patience = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])
      const answer = await getOutside({ url, headers, isAllowed, signal: patience, maxBytes })
      this.silent = 0
      return answer
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof ForbiddenAddressError) throw new ParleyError('source_address_forbidden')
      this.silent += 1
      throw new SilentAddressError(reasonOf(error), this.silent >= MOST_SILENT)
    } finally {
      this.lastAt = Date.now()
    }
  }

  private async pause(): Promise<void> {
    const wanted = (this.robots?.getCrawlDelay(ROBOT) ?? 0) * 1_000
    const pauseMs = Math.min(LONGEST_DELAY_MS, Math.max(this.options.delayMs, wanted))
    const leftMs = this.lastAt + pauseMs - Date.now()
    if (this.lastAt > 0 && leftMs > 0) await delay(leftMs, undefined, { signal: this.options.signal })
  }
}

/** Nothing came back. */
export class SilentAddressError extends ParleyError {
  constructor(
    reason: string,
    /** So have the ones before: there is no use in asking on. */
    readonly isSiteSilent: boolean,
  ) {
    super('source_unreachable', { reason })
  }
}

function redirectOf({ status, headers }: OutsideContent, from: string): string | null {
  if (![301, 302, 303, 307, 308].includes(status) || !headers.location) return null
  return URL.canParse(headers.location, from) ? new URL(headers.location, from).href : null
}

export const isHtml = (headers: IncomingHttpHeaders): boolean =>
  /^(?:text\/html|application\/xhtml\+xml)/i.test(headers['content-type'] ?? 'text/html')

const maxBytes = (headers: IncomingHttpHeaders): number => {
  if (headers['content-encoding'] && headers['content-encoding'] !== 'identity') return 0
  return isHtml(headers) ? LARGEST_PAGE : LARGEST_FILE
}

const reasonOf = (error: unknown): string => {
  if (error instanceof Error && error.name === 'TimeoutError') return 'ETIMEDOUT'
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}
