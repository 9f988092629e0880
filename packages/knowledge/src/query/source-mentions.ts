import type { TextSpan } from './structured-query'

/** Words that may be the name of a source, and the whole of what says so: "in the travel policy". */
export interface SourceMention {
  readonly name: string
  readonly span: TextSpan
  /** It stands in quotes, or the words around it leave no doubt that a source is meant. */
  readonly isPlain: boolean
}

/** A question names where to look near its beginning, and little of it: a pasted text is not tried word by word. */
const LONGEST_READ = 1_000
const MOST_MENTIONS = 100
const MOST_WORDS = 6
const LONGEST_RUN = 14
const SHORTEST_RUN = 2
const HAN = '[\\p{Script=Han}A-Za-z0-9]'

/** Between 《》 and quotes, with the words that lead to it. */
const QUOTED =
  /(?:\b(?:in|from|according to|per|under)\s+(?:the\s+)?|在|根据|按照?|依据)?[《"“「]([^《》"“”「」]{1,80})[》"”」](?:\s*(?:里面?|中|内|(?:怎么|是怎么)?(?:规定|说的?|写的?)))?[，,]?/giu
const ENGLISH_LEAD =
  /\b(in|from|per|under|within|according to|does|do)\s+(?:(?:the|our|my|this)\s+)?(?:(?:document|doc|file|collection)\s+)?(?=[\p{L}\d])/giu
const ENGLISH_WORD = /^[\p{Script=Latin}\d][\p{Script=Latin}\d.'’&/-]*/u
const CHINESE_TAIL = new RegExp(
  `(在|根据|按照?|依据)?(${HAN}{${SHORTEST_RUN},40})(里面?|中|内|(?:里|中)?(?:是怎么|怎么)(?:规定|说|写)的?|(?:里|中)?规定)[，,]?`,
  'gu',
)
const CHINESE_LEAD = new RegExp(`(?:根据|按照?|依据)(${HAN}{${SHORTEST_RUN},40})[，,]?`, 'gu')
const LABEL = /^\s*([^:：?？]{2,60})[:：]\s*/u

/** Whatever in a question may name a source, the likelier and longer first. */
export function sourceMentions(text: string): SourceMention[] {
  const read = text.slice(0, LONGEST_READ)
  return [...quoted(read), ...labels(read), ...englishMentions(read), ...chineseMentions(read)].slice(0, MOST_MENTIONS)
}

const quoted = (text: string): SourceMention[] =>
  [...text.matchAll(QUOTED)].map((match) => mention(match[1]!, match.index, match[0].length, true))

/** "Travel policy: what is the limit?" */
function labels(text: string): SourceMention[] {
  const match = LABEL.exec(text)
  return match ? [mention(match[1]!, 0, match[0].length, false)] : []
}

function mention(name: string, start: number, length: number, isPlain: boolean): SourceMention {
  return { name: name.trim(), span: { start, end: start + length }, isPlain }
}

function englishMentions(text: string): SourceMention[] {
  return [...text.matchAll(ENGLISH_LEAD)].flatMap((lead) => {
    const from = lead.index + lead[0].length
    const isPlain = /^(?:per|according)/i.test(lead[1]!)
    const ends = wordEnds(text, from)
    // "does the policy say": its verb belongs to the question, and without one it is no source.
    if (/^do/i.test(lead[1]!)) return ends.flatMap((end) => saying(text, from, end))
    return ends.map((end) => mention(text.slice(from, end), lead.index, withComma(text, end) - lead.index, isPlain))
  })
}

const SAYING = /^\s+(?:say|state|mention|provide|prescribe|specify)s?\b(?:\s+(?:about|on))?/i

function saying(text: string, from: number, end: number): SourceMention[] {
  const verb = SAYING.exec(text.slice(end))
  return verb ? [mention(text.slice(from, end), from, end + verb[0].length - from, true)] : []
}

/** Where one, two, … words from here end, the longest first. */
function wordEnds(text: string, from: number): number[] {
  const ends: number[] = []
  let at = from
  while (ends.length < MOST_WORDS) {
    const word = ENGLISH_WORD.exec(text.slice(at))?.[0].replace(/[.'’]+$/, '')
    if (!word) break
    ends.unshift(at + word.length)
    at += word.length
    if (text[at] !== ' ') break
    at += 1
  }
  return ends
}

const withComma = (text: string, end: number) => end + (/^\s*[,，]/.exec(text.slice(end))?.[0].length ?? 0)

/** Chinese does not say where a name begins: every beginning is tried, the longest first. */
function chineseMentions(text: string): SourceMention[] {
  const before = [...text.matchAll(CHINESE_TAIL)].flatMap((match) => {
    const [whole, lead = '', run = ''] = match
    const from = match.index + lead.length
    return lengths(run.length).map((length) => {
      const start = length === run.length ? match.index : from + run.length - length
      return mention(run.slice(-length), start, match.index + whole.length - start, false)
    })
  })
  const after = [...text.matchAll(CHINESE_LEAD)].flatMap((match) => {
    const [, run = ''] = match
    const from = text.indexOf(run, match.index)
    return lengths(run.length).map((length) =>
      mention(run.slice(0, length), match.index, withComma(text, from + length) - match.index, true),
    )
  })
  return [...before, ...after]
}

const lengths = (longest: number): number[] =>
  Array.from(
    { length: Math.max(0, Math.min(longest, LONGEST_RUN) - SHORTEST_RUN + 1) },
    (_, at) => Math.min(longest, LONGEST_RUN) - at,
  )
