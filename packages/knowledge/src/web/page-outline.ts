import type { Token } from 'parse5'

/** A run of the page's source, in UTF-16. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What stands on every page of a site, and says nothing of this one. */
const FURNITURE = new Set(['nav', 'footer', 'aside', 'header'])
const FURNITURE_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary'])
/** Only these are cut by what their attributes say: others may end without a tag. */
const CONTAINERS = new Set(['div', 'section', 'nav', 'header', 'footer', 'aside', 'ul', 'form'])

interface Open {
  readonly name: string
  readonly start: number
  depth: number
}

/** Finds where a page's own content stands, from its tags in their order. */
export class PageOutline {
  private furniture: Open | undefined
  private main: Open | undefined
  private article: Open | undefined
  private readonly cuts: Span[] = []
  private readonly mains: Span[] = []
  private readonly articles: Span[] = []

  get isInFurniture(): boolean {
    return this.furniture !== undefined
  }

  open(tag: Token.TagToken, { start, end }: Span): void {
    if (tag.selfClosing) return
    deepen(this.furniture, tag.tagName)
    deepen(this.main, tag.tagName)
    deepen(this.article, tag.tagName)
    const opened = { name: tag.tagName, depth: 1 }
    if (this.furniture) return
    if (!this.main && isMain(tag)) this.main = { ...opened, start: end }
    else if (!this.article && tag.tagName === 'article') this.article = { ...opened, start: end }
    else if (isFurniture(tag) && !(tag.tagName === 'header' && (this.main || this.article))) {
      this.furniture = { ...opened, start }
    }
  }

  close({ tagName }: Token.TagToken, { start, end }: Span): void {
    if (isLast(this.furniture, tagName)) this.furniture = this.end(this.furniture, this.cuts, end)
    if (isLast(this.main, tagName)) this.main = this.end(this.main, this.mains, start)
    if (isLast(this.article, tagName)) this.article = this.end(this.article, this.articles, start)
  }

  /** The page without its furniture: its main part where it names one, its article where there is but one. */
  content(html: string): string {
    const [article, ...others] = this.articles
    const wanted = this.mains[0] ?? (others.length === 0 ? article : undefined) ?? { start: 0, end: html.length }
    let at = wanted.start
    const parts: string[] = []
    for (const cut of this.cuts) {
      if (cut.end <= at || cut.start >= wanted.end) continue
      parts.push(html.slice(at, Math.max(at, cut.start)))
      at = Math.min(wanted.end, cut.end)
    }
    return [...parts, html.slice(at, wanted.end)].join('')
  }

  /** What is not closed is closed by nothing: it was no part of the page. */
  private end(open: Open | undefined, spans: Span[], end: number): undefined {
    if (open) spans.push({ start: open.start, end })
    return undefined
  }
}

function deepen(open: Open | undefined, name: string): void {
  if (open?.name === name) open.depth += 1
}

function isLast(open: Open | undefined, name: string): boolean {
  if (open?.name !== name) return false
  open.depth -= 1
  return open.depth === 0
}

export function attributeOf({ attrs }: Token.TagToken, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value
}

const isMain = (tag: Token.TagToken) => tag.tagName === 'main' || attributeOf(tag, 'role') === 'main'

function isFurniture(tag: Token.TagToken): boolean {
  if (FURNITURE.has(tag.tagName)) return true
  if (!CONTAINERS.has(tag.tagName)) return false
  const isHidden = attributeOf(tag, 'hidden') !== undefined || attributeOf(tag, 'aria-hidden') === 'true'
  return isHidden || FURNITURE_ROLES.has(attributeOf(tag, 'role') ?? '')
}
