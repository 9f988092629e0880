import type { ChatLine } from './chat-line'

/** Whom a line names, and whom it turns to: named at its very beginning, or mentioned. */
export interface Named {
  readonly anywhere: ReadonlySet<string>
  readonly addressed: ReadonlySet<string>
}

/** A text cut for looking names up in it. */
export interface NameableText {
  readonly lower: string
  readonly words: ReadonlySet<string>
  readonly first: string
}

/** Names stand within a line's first hundreds of signs, or nowhere that matters. */
const READ = 600
const HAS_HAN = /\p{Script=Han}/u
/** 王伟 is 小王 and 老王 too, and 王哥, 伟哥, 阿伟. */
const OF_SURNAME = ['小', '老']
const OF_EITHER = ['哥', '姐', '工', '总', '老师', '经理']

export function nameableText(text: string): NameableText {
  const lower = text.slice(0, READ).toLowerCase().trim()
  const words = lower.split(/\s+/u).map(bare)
  return { lower, words: new Set(words), first: words[0] ?? '' }
}

const bare = (word: string): string => word.replace(/^[@(<"'“‘]+|[,:;.!?，：；。！？、)>"'”’]+$/gu, '')

/** The authors of these lines that a line names. */
export function namedAuthors(
  text: NameableText,
  mentions: readonly string[],
  authors: ReadonlyMap<string, CallNames>,
): Named {
  const anywhere = new Set<string>(mentions)
  const addressed = new Set<string>(mentions)
  for (const [author, called] of authors) {
    const at = placeIn(text, called)
    if (at >= 0) anywhere.add(author)
    if (at === 0) addressed.add(author)
  }
  return { anywhere, addressed }
}

/** A line is looked through again for each of the fifty that follow it: what was looked up in it once is known. */
const lookups = new WeakMap<NameableText, Map<string, number>>()

/** Of the names of one author, where the foremost stands. */
function placeIn(text: NameableText, { key, names }: CallNames): number {
  const known = lookups.get(text) ?? new Map<string, number>()
  if (known.size === 0) lookups.set(text, known)
  const looked = known.get(key)
  if (looked !== undefined) return looked
  const places = names.map((name) => placeOf(name, text)).filter((at) => at >= 0)
  const place = places.length === 0 ? -1 : Math.min(...places)
  known.set(key, place)
  return place
}

/** 0: at the beginning; 1: further on; −1: nowhere. */
function placeOf(name: string, { lower, words, first }: NameableText): number {
  if (HAS_HAN.test(name)) {
    const at = lower.indexOf(name)
    return at < 0 ? -1 : Number(at > (lower.startsWith('@') ? 1 : 0))
  }
  if (name === first) return 0
  return words.has(name) ? 1 : -1
}

/** All that somebody may be called, in lower case, under a key that is the same for the same names. */
export interface CallNames {
  readonly key: string
  readonly names: readonly string[]
}

export function callNames({ names }: Pick<ChatLine, 'names'>): CallNames {
  const plain = names.map((name) => name.trim().toLowerCase())
  return { key: plain.join('\n'), names: [...new Set(plain.flatMap(variantsOf))] }
}

function variantsOf(name: string): string[] {
  if (/^\p{Script=Han}{2,4}$/u.test(name)) return [name, ...callNamesOfHan([...name])]
  return [bare(name), ...(HAS_HAN.test(name) ? [] : name.split(/\s+/u).filter((part) => part.length > 2))]
}

function callNamesOfHan(signs: readonly string[]): string[] {
  const [surname = '', last = ''] = [signs[0], signs.at(-1)]
  return [
    ...(signs.length > 2 ? [signs.slice(1).join('')] : []),
    ...OF_SURNAME.map((prefix) => prefix + surname),
    ...OF_EITHER.flatMap((suffix) => [surname + suffix, last + suffix]),
    `阿${last}`,
  ]
}
