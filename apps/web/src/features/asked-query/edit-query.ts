import type { AnswerType, QueryPart, QuestionType, StructuredQuery } from '@parley/protocol'

type Span = NonNullable<QueryPart['span']>
export type TimePart = Extract<QueryPart, { readonly kind: 'time' }>
export type PersonPart = Extract<QueryPart, { readonly kind: 'person' }>
export type ChannelPart = Extract<QueryPart, { readonly kind: 'channel' }>
export type PlacePart = Extract<QueryPart, { readonly kind: 'document' | 'collection' }>

/** The query without one of its parts: its words go with it, and a denial becomes what it denied. */
export function withoutPart(query: StructuredQuery, index: number): StructuredQuery {
  const part = query.parts[index]
  const rest = { ...query, parts: query.parts.filter((_, at) => at !== index) }
  // What something is of the graph is one thing, what it is called another: its words are still asked.
  if (!part?.span || part.kind === 'entity') return rest
  const words = query.text.slice(part.span.start, part.span.end)
  if (part.kind === 'negation') return replaceWords(rest, part.span, affirmed(words))
  return replaceWords(rest, withItsParticle(query.text, part.span), '')
}

/** Asked for something else: to compare or to list leaves open what kind of thing answers. */
export function withType(query: StructuredQuery, type: QuestionType): StructuredQuery {
  const answerType: AnswerType = type === 'compare' || type === 'list' ? query.answerType : type
  const { asking: _, ...rest } = query
  return { ...rest, type, answerType }
}

/** Another place to look in, or a first one; of a kind there is one. */
export function withPlace(query: StructuredQuery, place: Pick<PlacePart, 'kind' | 'ids' | 'name'>): StructuredQuery {
  const isPlace = ({ kind }: QueryPart) => kind === 'document' || kind === 'collection'
  const bare = dropAll(query, isPlace)
  return { ...bare, parts: [...bare.parts, { ...place, source: 'edited' }] }
}

/** Whose words or documents are wanted, in place of whoever was before. */
export function withWriter(query: StructuredQuery, person: Pick<PersonPart, 'ids' | 'name'>): StructuredQuery {
  const bare = dropAll(query, (part) => part.kind === 'person' && part.role === 'from')
  return { ...bare, parts: [...bare.parts, { kind: 'person', role: 'from', ...person, source: 'edited' }] }
}

/** Another channel to look in, or a first one. */
export function withChannel(query: StructuredQuery, channel: Pick<ChannelPart, 'ids' | 'name'>): StructuredQuery {
  const bare = dropAll(query, ({ kind }) => kind === 'channel')
  return { ...bare, parts: [...bare.parts, { kind: 'channel', ...channel, source: 'edited' }] }
}

/**
 * Another time, or a first one. Where the question says a time, its words are replaced: "who is on call next week?" asks
 * about it. A first one is when a source changed.
 */
export function withTime(query: StructuredQuery, days: Pick<TimePart, 'from' | 'to'>, words: string): StructuredQuery {
  const index = query.parts.findIndex(({ kind }) => kind === 'time')
  const before = query.parts[index]
  if (before?.kind !== 'time') {
    return { ...query, parts: [...query.parts, { kind: 'time', role: 'from', ...days, source: 'edited' }] }
  }
  const rest = { ...query, parts: query.parts.filter((_, at) => at !== index) }
  const { span } = before
  const said = span ? replaceWords(rest, span, words) : rest
  const place = span ? { span: { start: span.start, end: span.start + words.length } } : {}
  const part: TimePart = { kind: 'time', role: before.role, ...days, source: 'edited', ...place }
  return { ...said, parts: [...said.parts, part] }
}

function dropAll(query: StructuredQuery, isMeant: (part: QueryPart) => boolean): StructuredQuery {
  const index = query.parts.findIndex(isMeant)
  return index < 0 ? query : dropAll(withoutPart(query, index), isMeant)
}

/** Puts words in the place of others; what stands behind them moves, what they cut into loses its place. */
function replaceWords(query: StructuredQuery, span: Span, words: string): StructuredQuery {
  const shift = words.length - (span.end - span.start)
  const moved = (other: Span): Span | null => {
    if (other.end <= span.start) return other
    return other.start >= span.end ? { start: other.start + shift, end: other.end + shift } : null
  }
  const text = `${query.text.slice(0, span.start)}${words}${query.text.slice(span.end)}`
  // Words that were all there was are still what is asked.
  if (!/[\p{L}\p{N}]/u.test(text)) return query
  const { asking, ...rest } = query
  const placed = asking && moved(asking)
  return { ...rest, text, parts: query.parts.map((part) => movedPart(part, moved)), ...(placed && { asking: placed }) }
}

function movedPart(part: QueryPart, moved: (span: Span) => Span | null): QueryPart {
  if (!part.span) return part
  const { span, ...rest } = part
  const placed = moved(span)
  return (placed ? { ...rest, span: placed } : rest) as QueryPart
}

/** "in" before a time, 's and 的 behind a name, the blank between: they mean nothing alone. */
function withItsParticle(text: string, { start, end }: Span): Span {
  const lead = /(?:\b(?:in|on|during|for|of|from|by)\s+)?\s*$/i.exec(text.slice(0, start))?.[0].length ?? 0
  const tail = /^(?:['’]s)?\s*的?/.exec(text.slice(end))?.[0].length ?? 0
  const isAtEdge = start - lead === 0 || /^[?？.。]?$/.test(text.slice(end + tail))
  // Between two words one blank stays.
  const keptBlank = !isAtEdge && /\s$/.test(text.slice(0, start)) && /\s$/.test(text.slice(end, end + tail)) ? 1 : 0
  return { start: start - lead, end: end + tail - keptBlank }
}

const AFFIRMED: readonly (readonly [RegExp, string])[] = [
  [/^没有$/, '有'],
  [/^无[需须]$/, '需要'],
  [/^禁止$/, '允许'],
  [/^不/, ''],
  [/^can(?:not|['’]t)$/i, 'can'],
  [/^won['’]t$/i, 'will'],
  [/n['’]t$/i, ''],
  [/^no longer$|^not$|^never$/i, ''],
]

function affirmed(words: string): string {
  const rule = AFFIRMED.find(([pattern]) => pattern.test(words))
  return rule ? words.replace(rule[0], rule[1]) : words
}
