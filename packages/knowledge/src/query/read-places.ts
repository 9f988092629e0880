import { matchSource } from './match-source'
import type { NamedSource, QuerySources } from './query-sources'
import { type SourceMention, sourceMentions } from './source-mentions'
import type { PlacePart, TextSpan } from './structured-query'

/** The documents, collections and channels that a question names as the place of its answer. */
export function readPlaces(text: string, sources: QuerySources): PlacePart[] {
  const parts = [...channelParts(text, sources.channels), ...collectionParts(text, sources.collections)]
  for (const mention of sourceMentions(text)) {
    const isTaken = parts.some(({ span }) => span && overlaps(span, mention.span))
    const part = isTaken ? null : placePart(mention, sources)
    if (part) parts.push(part)
  }
  return parts
}

function placePart(mention: SourceMention, { documents, collections }: QuerySources): PlacePart | null {
  const ofCollection = matchSource(mention, collections)
  const ofDocument = matchSource(mention, documents)
  const [kind, found] =
    ofDocument.length > 0 ? (['document', ofDocument] as const) : (['collection', ofCollection] as const)
  const [first] = found
  if (!first) return null
  const name = found.length === 1 ? first.name : mention.name
  return { kind, ids: found.map(({ id }) => id), name, span: mention.span, source: 'words' }
}

const overlaps = (one: TextSpan, other: TextSpan) => one.start < other.end && other.start < one.end

const CHANNEL =
  /(?:\b(?:in|from|on)\s+)?(?:在)?[#＃]([\p{L}\p{N}_-]{1,80})(?:\s*(?:channel|频道))?(?:\s*(?:里面?|中|上))?[，,]?/giu
const CHANNEL_NAMED =
  /\b(?:in|from)\s+(?:the\s+)?([\p{L}\p{N}_-]{1,80}) channel\b|(?:在)?([\p{L}\p{N}_-]{1,40})频道(?:里面?|中|上)?/giu

/** "What is #design for?" asks about the channel, and is not to be answered from it. */
const SAYS_WHERE = /^(?:in|from|on)\s|^在|(?:里面?|中|上)[，,]?$/i

/** "in #design", "in the design channel", 设计频道里. After 里 Chinese goes on without a space. */
function channelParts(text: string, channels: readonly NamedSource[]): PlacePart[] {
  return [CHANNEL, CHANNEL_NAMED].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const written = (match[1] ?? match[2] ?? '').toLowerCase()
      const channel = channels
        .filter(({ name }) => written === name.toLowerCase() || isCalled(written, name.toLowerCase()))
        .toSorted((a, b) => b.name.length - a.name.length)[0]
      const length = channel && match[1] && pattern === CHANNEL ? lengthOf(match, channel) : match[0].length
      const span = { start: match.index, end: match.index + length }
      return channel && SAYS_WHERE.test(text.slice(span.start, span.end))
        ? [{ kind: 'channel' as const, ids: [channel.id], name: channel.name, span, source: 'words' as const }]
        : []
    }),
  )
}

/** 设计里谁说过 runs on behind the name of the channel. */
const isCalled = (written: string, name: string) =>
  written.startsWith(name) && /^\p{Script=Han}/u.test(written.slice(name.length))

function lengthOf(match: RegExpMatchArray, { name }: NamedSource): number {
  const written = match[1]!
  if (written.length === name.length) return match[0].length
  const until = match[0].indexOf(written) + name.length
  return until + (/^(?:频道)?(?:里面?|中|上)?/.exec(match[0].slice(until))?.[0].length ?? 0)
}

const COLLECTION =
  /\b(?:in|from)\s+(?:the\s+)?([\p{L}\p{N}][\p{L}\p{N} &'’_-]{0,80}?)\s+(?:collection|library|knowledge base)\b,?|(?:在)?([\p{L}\p{N}]{1,40})(?:知识库|文档集|资料库)(?:里面?|中)?[，,]?/giu

function collectionParts(text: string, collections: readonly NamedSource[]): PlacePart[] {
  return [...text.matchAll(COLLECTION)].flatMap((match) => {
    const written = (match[1] ?? match[2] ?? '').toLowerCase()
    const found = collections.find(({ name }) => written === name.toLowerCase())
    const span = { start: match.index, end: match.index + match[0].length }
    return found
      ? [{ kind: 'collection' as const, ids: [found.id], name: found.name, span, source: 'words' as const }]
      : []
  })
}
