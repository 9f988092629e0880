import type { Message } from '@parley/protocol'

export interface Attribution {
  readonly author: string
  /** Where it was said, as its readers call it. */
  readonly place: string
  /** The message's permalink: whoever may read it there goes there. */
  readonly address: string
}

/** Enough to know what is meant; the rest stands behind the link. */
const QUOTED_LENGTH = 3_000

/** A message as a quotation in Markdown: who, where, and the words. What it quoted itself is left out of a reply. */
export function quoteOf({ text }: Pick<Message, 'text'>, attribution: Attribution, keepsQuotes = false): string {
  const words = shorten((keepsQuotes ? text : withoutQuotes(text)) || text)
  const { author, place, address } = attribution
  const head = `**${escapeMarks(author)}** · [${escapeMarks(place)}](${address})`
  return [head, '', ...words.split('\n')].map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')
}

/** The quotations that a text begins with. */
const withoutQuotes = (text: string): string => text.replace(/^(?: {0,3}>.*(?:\n|$)|\s*\n)+/, '').trim()

function shorten(text: string): string {
  const characters = [...text.trim()]
  return characters.length <= QUOTED_LENGTH ? text.trim() : `${characters.slice(0, QUOTED_LENGTH).join('')}…`
}

const escapeMarks = (text: string): string => text.replaceAll(/[\\`*_[\]<>~#|]/g, '\\$&')
