import { createHash } from 'node:crypto'
import { decodeWebPage, readWebPage, type WebPage } from '@parley/knowledge'
import type { FoundDocument, FoundItem } from '../found-item'
import { takenFiles, titleOfPath } from '../taken-files'
import { type Answered, isHtml } from './polite-reader'
import type { SiteScope } from './site-scope'

/** What is remembered of a page, to ask only whether it has changed. */
export interface PageMemory {
  readonly etag?: string
  readonly lastModified?: string
  readonly links: readonly string[]
}

export interface PageRead {
  /** null: there is nothing to take in. */
  readonly item: FoundItem | null
  readonly links: readonly string[]
}

const isFile = takenFiles([])
const FILE_TYPES =
  /^(?:application\/pdf|text\/(?:plain|markdown|csv)|message\/rfc822|application\/vnd\.openxmlformats-)/i

/** What an answer holds: a page's own text, or a file; and where it leads. */
export function readPage(answer: Answered, scope: SiteScope): PageRead {
  const { status, headers, body, url } = answer
  if (status !== 200) return { item: refused(url, status), links: [] }
  if (!body) return { item: failed(url, 'document_too_large'), links: [] }
  if (isHtml(headers)) return readHtml(answer, body, scope)
  const name = decodeURIComponentSafely(new URL(url).pathname.split('/').at(-1) ?? '')
  if (!FILE_TYPES.test(headers['content-type'] ?? '') && !isFile(name)) return { item: null, links: [] }
  const content = { fileName: name || 'file', bytes: body }
  const item = { key: url, state: 'read', title: titleOfPath(name || url), content } as const
  return { item: { ...item, fingerprint: hashOf(body), memory: memoryOf(answer, []) }, links: [] }
}

function readHtml(answer: Answered, body: Uint8Array, scope: SiteScope): PageRead {
  const page = tryRead(body, answer.headers['content-type'])
  if (!page) return { item: failed(answer.url, 'document_encoding_unknown'), links: [] }
  const base = page.base && URL.canParse(page.base, answer.url) ? new URL(page.base, answer.url).href : answer.url
  const links = new Set(page.links.flatMap((href) => scope.normalize(href, base) ?? []))
  if (page.isClosed) return { item: null, links: [...links] }
  const canonical = page.canonical === undefined ? null : scope.normalize(page.canonical, base)
  const item: FoundDocument = {
    ...{ key: canonical ?? answer.url, state: 'read', title: page.title || titleOfPath(new URL(answer.url).pathname) },
    content: { mimeType: 'text/html', text: page.content },
    fingerprint: hashOf(page.content),
    memory: memoryOf(answer, [...links]),
  }
  return { item, links: [...links] }
}

function tryRead(body: Uint8Array, contentType: string | undefined): WebPage | undefined {
  try {
    return readWebPage(decodeWebPage(body, contentType))
  } catch {
    return undefined
  }
}

function memoryOf({ headers }: Answered, links: readonly string[]): PageMemory {
  const { etag, 'last-modified': lastModified } = headers
  return { links, ...(etag && { etag }), ...(lastModified && { lastModified }) }
}

/** A page that never was is no news; whoever knew it is told that it is gone. */
function refused(key: string, status: number): FoundItem | null {
  if (status === 404 || status === 410) return { key, state: 'gone' }
  return { key, state: 'failed', failure: { code: 'source_refused', parameters: { status } } }
}

const failed = (key: string, code: string): FoundItem => ({ key, state: 'failed', failure: { code, parameters: {} } })

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
