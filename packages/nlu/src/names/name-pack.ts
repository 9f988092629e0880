import type { Language } from '@parley/text'
import known from '../../packs/names/known.json'
import names from '../../packs/names/names.json'
import type { Span, SpanExample } from '../spans/span-model'

export interface NamePack {
  readonly name: string
  readonly version: string
  /** Sentences in which names stand in brackets with their type: `[王伟|person]今天到[杭州|place]`. */
  readonly sentences: Readonly<Record<Language, readonly string[]>>
}

/** Sentences of ordinary work with the people, organisations, places and products that are named in them. */
export function loadNamePack(): NamePack {
  return names
}

export function nameExamples({ sentences }: NamePack): SpanExample[] {
  return [...sentences.zh, ...sentences.en].map(readMarked)
}

/** Well-known names, as texts that are one name. */
export function knownNames(): SpanExample[] {
  return Object.entries(known).flatMap(([type, { zh, en }]) =>
    [...zh, ...en].map((text) => ({ text, spans: [{ start: 0, end: text.length, type }] })),
  )
}

const MARKED = /\[([^[\]|]+)\|([a-z]+)\]/g

/** The sentence without its brackets, and where the names stand in it. */
export function readMarked(marked: string): SpanExample {
  const spans: Span[] = []
  let text = ''
  let from = 0
  for (const { 0: whole, 1: name = '', 2: type = '', index } of marked.matchAll(MARKED)) {
    text += marked.slice(from, index)
    spans.push({ start: text.length, end: text.length + name.length, type })
    text += name
    from = index + whole.length
  }
  return { text: text + marked.slice(from), spans }
}
