import { describe, expect, it } from 'vitest'
import { parseDocument } from '../parse-document'
import { decodeWebPage } from './decode-web-page'
import { readWebPage } from './read-web-page'

const textOf = (html: string) => parseDocument({ mimeType: 'text/html', text: readWebPage(html).content }).plainText

const FURNISHED = `<!doctype html><html><head><title>Leave – Example Ltd</title>
  <link rel="canonical" href="/leave"></head><body>
  <header><a href="/">Example Ltd</a></header>
  <nav><ul><li><a href="/pay">Pay</a></li></ul></nav>
  <main><header><h1>Leave</h1></header><p>Everybody has 30 days.</p><aside>Read also: pay</aside></main>
  <div role="contentinfo">Example Ltd, Berlin</div>
  <footer><a href="/imprint" rel="nofollow">Imprint</a></footer></body></html>`

describe('a page of a website', () => {
  it('is what it says itself, without what stands on every page of its site', () => {
    expect(textOf(FURNISHED)).toBe('Leave\n\nEverybody has 30 days.')
  })

  it('is called after its only first heading, and tells its links and its own address', () => {
    const { title, links, canonical } = readWebPage(FURNISHED)
    expect({ title, links, canonical }).toEqual({ title: 'Leave', links: ['/', '/pay'], canonical: '/leave' })
  })

  it('without a main part keeps its body, and a part that is never closed takes nothing with it', () => {
    expect(textOf('<body><nav>Pay</nav><p>One.</p><p>Two.</p></body>')).toBe('One.\n\nTwo.')
    expect(textOf('<body><p>One.</p><aside><p>Two.</p>')).toContain('Two.')
  })

  it('with one article is that article, and with several all of them', () => {
    expect(textOf('<body><p>Before.</p><article><p>One.</p></article></body>')).toBe('One.')
    expect(textOf('<body><p>Before.</p><article>One.</article><article>Two.</article></body>')).toContain('Before.')
  })

  it('may ask not to be taken in, or not to be followed', () => {
    const page = readWebPage('<meta name="robots" content="noindex, nofollow"><a href="/x">x</a>')
    expect(page).toMatchObject({ isClosed: true, links: [] })
  })

  it('with a hundred thousand nested elements is read in less than two seconds', () => {
    const began = performance.now()
    readWebPage(`${'<div role="main"><nav>'.repeat(100_000)}x`)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})

describe('the encoding of a page', () => {
  /** 年假 in GBK. */
  const GBK = [0xc4, 0xea, 0xbc, 0xd9]
  const page = (head: string) => new Uint8Array([...new TextEncoder().encode(head), ...GBK])

  it('is the one that its server names, else the one that it names itself', () => {
    expect(decodeWebPage(new Uint8Array(GBK), 'text/html; charset=gb2312')).toBe('年假')
    expect(decodeWebPage(page('<meta charset="gbk">'))).toContain('年假')
  })

  it('is found out where what is named is not so', () => {
    expect(decodeWebPage(new TextEncoder().encode('年假三十天'), 'text/html; charset=us-ascii-8')).toBe('年假三十天')
  })
})
