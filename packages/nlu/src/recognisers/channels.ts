import type { NamedChannel, Slot } from '../understanding'

const SIGN = /[#＃]/g
/** Without its sign a channel is named where the word for it stands beside the name. */
const WORD_BEHIND = /\s?(?:频道|群(?!里人|众|聊|体|发|主)|channel\b)/gi
const WORD_BEFORE = /(?:频道|\bchannel)\s?[“"「]?/gi
const LATIN = /[\p{Script=Latin}\p{N}]/u
const ARTICLE = /[“"「]$/

interface Names {
  /** Lower-case name → ids of those that bear it. */
  readonly ids: ReadonlyMap<string, readonly string[]>
  readonly lengths: readonly number[]
}

/** A list of channels is a value that many messages share: its index is made once for each. */
const indexes = new WeakMap<readonly NamedChannel[], Names>()

/** Channels that a text names: #支付项目, “the release channel”, 发布频道. */
export function channels(text: string, known: readonly NamedChannel[]): Slot[] {
  if (known.length === 0) return []
  const names = indexes.get(known) ?? indexNames(known)
  indexes.set(known, names)
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return []
  const signed = [...text.matchAll(SIGN)].flatMap(({ index }) => nameFrom(text, lower, index + 1, names, index))
  const before = [...text.matchAll(WORD_BEFORE)].flatMap(({ index, 0: { length } }) =>
    nameFrom(text, lower, index + length, names, index + length),
  )
  const behind = [...text.matchAll(WORD_BEHIND)].flatMap(({ index }) => nameUntil(text, lower, index, names))
  return [...signed, ...before, ...behind]
}

function nameFrom(text: string, lower: string, from: number, names: Names, start: number): Slot[] {
  for (const length of names.lengths) {
    const ids = names.ids.get(lower.slice(from, from + length))
    const isCut = LATIN.test(text[from + length - 1] ?? '') && LATIN.test(text[from + length] ?? '')
    if (ids && !isCut) return [slotOf(text, start, from, from + length, ids)]
  }
  return []
}

function nameUntil(text: string, lower: string, wordAt: number, names: Names): Slot[] {
  const until = ARTICLE.test(text.slice(0, wordAt)) ? wordAt - 1 : wordAt
  for (const length of names.lengths) {
    const from = until - length
    const ids = from < 0 ? undefined : names.ids.get(lower.slice(from, until))
    const isCut = LATIN.test(text[from] ?? '') && LATIN.test(text[from - 1] ?? '')
    if (ids && !isCut) return [slotOf(text, from, from, until, ids)]
  }
  return []
}

function slotOf(text: string, start: number, from: number, end: number, channelIds: readonly string[]): Slot {
  const value = { type: 'channel', channelIds, name: text.slice(from, end) } as const
  return { start, end, text: text.slice(start, end), value, source: 'directory' }
}

function indexNames(known: readonly NamedChannel[]): Names {
  const ids = new Map<string, string[]>()
  for (const { id, name } of known) {
    const lower = name.trim().toLowerCase()
    if (lower !== '') ids.set(lower, [...(ids.get(lower) ?? []), id])
  }
  return { ids, lengths: [...new Set([...ids.keys()].map(({ length }) => length))].sort((a, b) => b - a) }
}
