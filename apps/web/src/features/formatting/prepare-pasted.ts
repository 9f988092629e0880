import { listOfWord } from './list-of-word'

/** Programs say by styles what HTML has elements for. */
const styled: readonly (readonly [pattern: RegExp, element: string])[] = [
  [/font-weight:\s*(bold|[6-9]00)/i, 'strong'],
  [/font-style:\s*italic/i, 'em'],
  [/text-decoration[^;]*:\s*[^;]*line-through/i, 'del'],
]

/** Brings what word processors copy to plain elements, in place. */
export function preparePasted(document: Document): void {
  for (const element of document.querySelectorAll('style, script, meta, title, link, template, noscript')) {
    element.remove()
  }
  // Google Docs wraps everything in a bold that is none.
  for (const wrapper of document.querySelectorAll('b[style*="font-weight:normal"], b[id^="docs-internal-guid"]')) {
    wrapper.replaceWith(...wrapper.childNodes)
  }
  for (const span of document.querySelectorAll<HTMLElement>('span[style]')) wrapStyled(span)
  listOfWord(document)
}

function wrapStyled(span: HTMLElement): void {
  const style = span.getAttribute('style') ?? ''
  for (const [pattern, name] of styled) {
    if (!pattern.test(style) || span.closest(name)) continue
    const wrapper = span.ownerDocument.createElement(name)
    wrapper.append(...span.childNodes)
    span.append(wrapper)
  }
}
