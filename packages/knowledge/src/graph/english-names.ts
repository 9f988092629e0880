import type { NamePhrase, NamePhraseReader } from './name-phrase'
import { isTimePhrase } from './time-phrase'

const words = (list: string) => new Set(list.split(/\s+/))

/** No name goes over one of these. */
const BOUNDARIES = words(
  `a an is are was were be been being am do does did has have had can could will would shall should may might must
  i you he she it we they me him us them this that these those who whoever whatever whom whose which what where when why how there here
  and or but nor so because since while although though if unless until before after than then as
  in on at to with without from by into onto over under about via through during between among against within inside outside across for per
  not no never also still now currently actually really just only even always usually often mostly mainly heavily directly
  today tomorrow yesterday soon already yet again too very quite well
  said says say think thinks know knows see sees noted remember means mean make makes made get gets got need needs want wants
  everything everyone everybody anything anyone someone somebody something nothing nobody all both each every some any many much more most
  please thanks hi hey hello ok okay yes yeah fyi btw apparently basically remember once`,
)
const ADVERBS = words(
  `currently now still also heavily mainly directly mostly primarily really actually basically only always fully partly both officially
  today already solely closely together here again temporarily formally jointly technically all mainly no longer`,
)
const DETERMINERS = words('the a an our their its his her your my this that new')
/** What points at something instead of naming it. */
const VAGUE = words(
  `thing things stuff one ones part parts way time lot case rest other others same work job people person team company guy guys place
  side end point question problem reason idea fact matter issue it him her them us mood weather day situation you me list number kind sort`,
)
const LONGEST = 5
const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}'’_./&+-]*|《[^《》]{1,60}》|“[^“”]{1,60}”|"[^"]{1,60}"|`[^`]{1,60}`|[^\s\p{L}\p{N}]/gu
const IS_WORD = /^[\p{L}\p{N}《“"`]/u

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

const tokensOf = (stretch: string, at: number): Token[] =>
  [...stretch.matchAll(WORD)].map(({ 0: text, index }) => ({ text, start: at + index, end: at + index + text.length }))

/** "Inc." is one word with its point, and so is the last word of a sentence. */
const plain = ({ text }: Token) => text.toLowerCase().replace(/\.+$/, '')
/** "A" and "AN" in capitals are names; so is "US". */
const isBoundary = (token: Token) =>
  !IS_WORD.test(token.text) || (BOUNDARIES.has(plain(token)) && !/^\p{Lu}{2,}$/u.test(token.text))
const isJoint = (token: Token | undefined) => token !== undefined && /^(?:,|and|or|&)$/i.test(token.text)

export const englishNames: NamePhraseReader = {
  before(stretch, at) {
    const tokens = tokensOf(stretch, at)
    while (tokens.length > 0 && ADVERBS.has(plain(tokens.at(-1)!))) tokens.pop()
    return list(tokens, takeLast)
  },
  after(stretch, at) {
    const tokens = tokensOf(stretch, at)
    while (tokens.length > 0 && ADVERBS.has(plain(tokens[0]!))) tokens.shift()
    return list(tokens, takeFirst)
  },
}

const MOST_LISTED = 5

/** Names joined by commas and "and", from the relation's words outwards, up to what is none. */
function list(tokens: Token[], take: (tokens: Token[]) => Token[]): NamePhrase[] {
  const found: NamePhrase[] = []
  while (found.length < MOST_LISTED) {
    const phrase = asPhrase(take(tokens))
    if (!phrase) break
    found.push(phrase)
    if (!dropJoint(tokens, take)) break
  }
  return found
}

function dropJoint(tokens: Token[], take: (tokens: Token[]) => Token[]): boolean {
  const isFirst = take === takeFirst
  const next = () => (isFirst ? tokens[0] : tokens.at(-1))
  if (!isJoint(next()) || !isListed(tokens, isFirst)) return false
  while (isJoint(next())) isFirst ? tokens.shift() : tokens.pop()
  return true
}

const LOOK_AHEAD = 12

/** A comma joins names only where an "and" follows, or came before: "For the record, Tom …" is no list. */
const isListed = (tokens: readonly Token[], isFirst: boolean): boolean =>
  (isFirst ? tokens.slice(0, LOOK_AHEAD) : tokens.slice(-1)).some(({ text }) => /^(?:and|or|&)$/i.test(text))

function takeLast(tokens: Token[]): Token[] {
  const taken: Token[] = []
  while (tokens.length > 0 && !isBoundary(tokens.at(-1)!)) taken.unshift(tokens.pop()!)
  dropDeterminer(tokens, true)
  return taken
}

function takeFirst(tokens: Token[]): Token[] {
  dropDeterminer(tokens, false)
  const taken: Token[] = []
  while (tokens.length > 0 && !isBoundary(tokens[0]!)) taken.push(tokens.shift()!)
  return taken
}

function dropDeterminer(tokens: Token[], isLast: boolean): void {
  const next = isLast ? tokens.at(-1) : tokens[0]
  if (next && /^(?:a|an|this|that)$/i.test(next.text)) isLast ? tokens.pop() : tokens.shift()
}

/** Undefined: too long to be a name, or it names nothing. */
function asPhrase(taken: Token[]): NamePhrase | undefined {
  const rest = taken.filter(({ text }, at) => !(at === 0 && DETERMINERS.has(text.toLowerCase())))
  const [first, last] = [rest[0], rest.at(-1)]
  if (
    !first ||
    !last ||
    plain(first) === 'of' ||
    DETERMINERS.has(plain(last)) ||
    rest.length > LONGEST ||
    (rest.length === 1 && VAGUE.has(plain(last))) ||
    /^\d+$/.test(last.text)
  )
    return undefined
  const name = rest.map(({ text }) => text).join(' ')
  const bare = name
    .replace(/^[《“"`]|[》”"`]$/g, '')
    .replace(/['’]s$/, '')
    .replace(/[.,]+$/, '')
  return bare.length < 2 || isTimePhrase(bare) ? undefined : { name: bare, start: first.start, end: last.end }
}
