import { UnreadableDocumentError } from '../unreadable-document-error'

/** An element by its local name: office files choose their prefixes freely. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own characters, without those of its children. */
  readonly text: string
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[]
  text: string
}

const MAX_DEPTH = 500

/**
 * The root of a document. Entities are not resolved from outside, and none are declared: such a document is broken.
 *
 * @throws UnreadableDocumentError `broken`
 */
export async function parseXml(xml: string): Promise<XmlElement> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser()
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  parser.on('error', (cause) => {
    throw new UnreadableDocumentError('broken', { cause })
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > MAX_DEPTH) throw new UnreadableDocumentError('broken')
    const element: OpenElement = { name: localName(name), attributes: byLocalName(attributes), children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => {
    open.at(-1)!.text += text
  })
  parser.write(xml).close()
  return root.children[0] ?? root
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const byLocalName = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]))

/** All elements of that name below, in order, none inside another. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : descendants(child, name)))
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}
