/** Word writes a list as paragraphs that look like one: a level in their style, and the mark as text. */
export function listOfWord(document: Document): void {
  const lists: Element[] = []
  for (const paragraph of document.querySelectorAll('p[style*="mso-list"]')) {
    const level = Number(/level(\d)/.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? 1)
    const previous = paragraph.previousElementSibling
    if (lists[0] !== previous) lists.length = 0
    while (lists.length > level) lists.pop()
    const isNumbered = takeMark(paragraph)
    while (lists.length < level) lists.push(beginList(lists.at(-1), paragraph, isNumbered))
    const item = document.createElement('li')
    item.append(...paragraph.childNodes)
    lists.at(-1)?.append(item)
    paragraph.remove()
  }
}

/** Takes the mark out of the text; answers whether it was a number. */
function takeMark(paragraph: Element): boolean {
  const mark = paragraph.querySelector('[style*="mso-list"]')
  const isNumbered = /^\W*[\da-z]{1,3}[.)、]/i.test(mark?.textContent ?? '')
  mark?.remove()
  return isNumbered
}

/** Within the last item of the list around it, or else where the paragraph stands. */
function beginList(around: Element | undefined, paragraph: Element, isNumbered: boolean): Element {
  const list = paragraph.ownerDocument.createElement(isNumbered ? 'ol' : 'ul')
  if (around) (around.lastElementChild ?? around).append(list)
  else paragraph.before(list)
  return list
}
