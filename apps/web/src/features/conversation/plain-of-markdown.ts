import type { Nodes, Parents } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { isOvermarked } from './is-overmarked'
import { syntax } from './markdown-syntax'

interface Range {
  readonly start: number
  readonly end: number
}

export interface PlainText {
  readonly text: string
  /** The same places as were given, in the plain text; without those of which nothing is seen. */
  readonly ranges: readonly Range[]
}

/** Where each character of the plain text stands in the source. */
interface Read {
  text: string
  readonly places: number[]
}

const parser = unified().use(remarkParse).use(syntax)

/** A message without its marks: `**ship** it` reads `ship it`, and what was found in it is still where it was. */
export function plainOfMarkdown(source: string, ranges: readonly Range[] = []): PlainText {
  if (isOvermarked(source)) return { text: source, ranges }
  const read: Read = { text: '', places: [] }
  readNode(parser.parse(source), source, read)
  const found = ranges.map(({ start, end }) => ({
    start: firstFrom(read.places, start),
    end: firstFrom(read.places, end),
  }))
  return { text: read.text, ranges: found.filter(({ start, end }) => start < end) }
}

function readNode(node: Nodes, source: string, read: Read): void {
  if ('children' in node) readChildren(node, source, read)
  else readValue(wordsOf(node), source, node.position?.start.offset ?? 0, read)
}

function wordsOf(node: Exclude<Nodes, Parents>): string {
  if ('value' in node) return node.value
  if (node.type === 'image') return node.alt ?? ''
  return node.type === 'break' ? ' ' : ''
}

/** Blocks, items and cells stand apart as words do. */
function readChildren({ type, children }: Parents, source: string, read: Read): void {
  const isApart = type !== 'paragraph' && type !== 'heading' && !inline.has(type)
  for (const [at, child] of children.entries()) {
    if (isApart && at > 0) readValue(' ', source, child.position?.start.offset ?? 0, read)
    readNode(child, source, read)
  }
}

const inline: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference', 'tableCell'])

/** An escape (`\*`) or an entity (`&amp;`) is longer in the source than on the page. */
function readValue(value: string, source: string, from: number, read: Read): void {
  let place = from
  for (let at = 0; at < value.length; at += 1) {
    const found = source.indexOf(value[at] ?? '', place)
    place = found >= 0 && found - place <= LONGEST_MARK ? found : place
    read.places.push(place)
    place += 1
  }
  read.text += value
}

/** Between two characters of a text; the line of a code fence with its language is the longest. */
const LONGEST_MARK = 80

/** The first character at or behind a place; places rise. */
function firstFrom(places: readonly number[], wanted: number): number {
  const at = places.findIndex((place) => place >= wanted)
  return at < 0 ? places.length : at
}
