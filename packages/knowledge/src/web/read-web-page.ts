import { type Token, Tokenizer } from 'parse5'
import { RAW_TEXT } from '../raw-text'
import { attributeOf, PageOutline, type Span } from './page-outline'

/** A page of a website, as a crawler wants it. */
export interface WebPage {
  readonly title: string
  /** HTML of what the page itself says, without navigation, header and footer of its site. */
  readonly content: string
  /** Where it leads, as written; none when it asks not to be followed. */
  readonly links: readonly string[]
  /** Against which links are read. */
  readonly base: string | undefined
  /** The address that stands for this page and its copies. */
  readonly canonical: string | undefined
  /** It asks not to be taken in (`<meta name="robots" content="noindex">`). */
  readonly isClosed: boolean
}

const MOST_LINKS = 2_000
const LONGEST_TITLE = 300

/** Reads the token stream, as `parse-html.ts` does, and for the same reason. */
export function readWebPage(html: string): WebPage {
  const page = new PageReader()
  const on = {
    onStartTag: (tag: Token.TagToken) => {
      tokenizer.state = RAW_TEXT.get(tag.tagName) ?? tokenizer.state
      page.open(tag)
    },
    onEndTag: (tag: Token.TagToken) => page.close(tag),
    onCharacter: ({ chars }: Token.CharacterToken) => page.text(chars),
    onWhitespaceCharacter: ({ chars }: Token.CharacterToken) => page.text(chars),
  }
  const ignore = () => undefined
  const others = { onNullCharacter: ignore, onComment: ignore, onDoctype: ignore, onEof: ignore }
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, { ...on, ...others })
  tokenizer.write(html, true)
  return page.finish(html)
}

class PageReader {
  private readonly outline = new PageOutline()
  private readonly links = new Set<string>()
  private readonly titles = { title: '', h1: '' }
  private headings = 0
  private titled: 'title' | 'h1' | undefined
  private base: string | undefined
  private canonical: string | undefined
  private robots = ''

  open(tag: Token.TagToken): void {
    this.outline.open(tag, spanOf(tag))
    const { tagName } = tag
    if (tagName === 'title' && this.titles.title === '') this.titled = 'title'
    else if (tagName === 'h1' && !this.outline.isInFurniture) this.openHeading()
    else if (tagName === 'a') this.link(tag)
    else if (tagName === 'base') this.base ??= attributeOf(tag, 'href')
    else if (tagName === 'link') this.relate(tag)
    else if (tagName === 'meta') this.describe(tag)
  }

  close(tag: Token.TagToken): void {
    this.outline.close(tag, spanOf(tag))
    if (tag.tagName === this.titled) this.titled = undefined
  }

  text(characters: string): void {
    const { titled } = this
    if (titled && this.titles[titled].length < LONGEST_TITLE) this.titles[titled] += characters
  }

  finish(html: string): WebPage {
    // Several first headings are parts of a page, and none of them its name.
    const title = (this.headings === 1 && asLine(this.titles.h1)) || asLine(this.titles.title)
    const { base, canonical } = this
    const isFollowed = !/nofollow|none/i.test(this.robots)
    const isClosed = /noindex|none/i.test(this.robots)
    const content = this.outline.content(html)
    return { title, content, links: isFollowed ? [...this.links] : [], base, canonical, isClosed }
  }

  private openHeading(): void {
    this.headings += 1
    if (this.headings === 1) this.titled = 'h1'
  }

  private link(tag: Token.TagToken): void {
    const href = attributeOf(tag, 'href')?.trim()
    const isFollowed = !/\bnofollow\b/i.test(attributeOf(tag, 'rel') ?? '')
    if (href && isFollowed && this.links.size < MOST_LINKS) this.links.add(href)
  }

  private relate(tag: Token.TagToken): void {
    if (/\bcanonical\b/i.test(attributeOf(tag, 'rel') ?? '')) this.canonical ??= attributeOf(tag, 'href')?.trim()
  }

  private describe(tag: Token.TagToken): void {
    if (/^(?:robots|parley)$/i.test(attributeOf(tag, 'name') ?? ''))
      this.robots += ` ${attributeOf(tag, 'content') ?? ''}`
  }
}

const asLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE).toWellFormed()

function spanOf({ location }: Token.TagToken): Span {
  return { start: location?.startOffset ?? 0, end: location?.endOffset ?? 0 }
}
