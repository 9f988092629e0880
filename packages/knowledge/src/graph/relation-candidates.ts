import { detectLanguage, type Language, runToEnd } from '@parley/text'
import { chineseNames } from './chinese-names'
import { CHINESE_RELATIONS } from './chinese-relations'
import { type Clause, splitClauses } from './clauses'
import { englishNames } from './english-names'
import { ENGLISH_RELATIONS } from './english-relations'
import { looksLikePerson } from './entity-kind'
import { type Hedges, readHedges } from './hedges'
import { type JudgedName, judgeName } from './known-names'
import type { NamePhrase } from './name-phrase'
import { beforeBracket, CHINESE_OTHER_NAMES, ENGLISH_OTHER_NAMES } from './other-names'
import { readDate } from './read-date'
import { readStatus } from './read-status'
import { RELATIONS, type ReadingContext } from './relation'
import type { RelationRule } from './relation-rule'
import { NOTHING_SPOKEN, referentOf, type SpokenOf } from './spoken-of'

/** What may be a relation, with all that its confidence is made of. Offsets into the sentence. */
export interface RelationCandidate {
  readonly rule: RelationRule
  readonly language: Language
  readonly from: JudgedName
  readonly to: JudgedName
  readonly hedges: Hedges
  /** Its subject was named by the relation before it. */
  readonly isInherited: boolean
  /** Where the earlier sentence begins that says whom or what a pronoun means. Offset into the whole text. */
  readonly since?: number | undefined
  readonly sentenceLength: number
}

const RULES: Readonly<Record<Language, readonly RelationRule[]>> = {
  en: [...ENGLISH_OTHER_NAMES, ...ENGLISH_RELATIONS],
  zh: [...CHINESE_OTHER_NAMES, ...CHINESE_RELATIONS],
}
const NAMES = { en: englishNames, zh: chineseNames } as const
const LONGEST_DECISION = 80
/** A longer sentence is a list or was pasted; only its beginning is read. */
const LONGEST_SENTENCE = 600

interface Scene {
  readonly sentence: string
  readonly language: Language
  readonly context: ReadingContext
  readonly spoken: SpokenOf
}

interface Match {
  readonly rule: RelationRule
  readonly clause: Clause
  /** Of the relation's words, in the sentence. */
  readonly start: number
  readonly end: number
  readonly left: NamePhrase[]
  readonly right: NamePhrase[]
  readonly isInherited: boolean
  readonly since?: number | undefined
  /** What is on the left is the speaker's team. */
  readonly isTeam?: true | undefined
}

/** Everything in a sentence that one of the rules takes for a relation. Linear in the sentence for each rule. */
export function findCandidates(
  text: string,
  context: ReadingContext,
  spoken: SpokenOf = NOTHING_SPOKEN,
): RelationCandidate[] {
  return runToEnd(findCandidatesInSteps(text, context, spoken))
}

/**
 * {@link findCandidates}, a rule a step, of which each yields nothing yet: the engine compiles a pattern when it is first
 * used, and again after a while without use; all of them together take a tenth of a second.
 */
export function* findCandidatesInSteps(
  text: string,
  context: ReadingContext,
  spoken: SpokenOf,
): Generator<never[], RelationCandidate[]> {
  const sentence = text.slice(0, LONGEST_SENTENCE)
  const scene: Scene = { sentence, language: detectLanguage(sentence), context, spoken }
  const found: RelationCandidate[] = []
  let subject: readonly NamePhrase[] = []
  for (const clause of splitClauses(sentence, scene.language)) {
    const matches = yield* matchesIn(clause, scene)
    for (const match of matches.toSorted((one, other) => one.start - other.start)) {
      const whole = match.left.length > 0 || match.rule.speaker ? match : inherit(match, scene, subject)
      found.push(...candidatesOf(whole, scene))
      if (match.left.length > 0 && !match.rule.isReversed) subject = match.left
      yield []
    }
  }
  return found
}

/** The first rule takes its words: no later one reads them again. */
function* matchesIn(clause: Clause, scene: Scene): Generator<never[], Match[]> {
  const matches: Match[] = []
  for (const rule of RULES[scene.language]) {
    for (const match of clause.text.matchAll(withIndices(rule.pattern))) {
      const read = readMatch(match as RegExpExecArray, rule, clause, scene)
      const isFree = matches.every(({ start, end }) => read.start >= end || read.end <= start)
      const isSpoken = rule.speaker !== undefined && rule.isReversed
      if (isFree && (read.right.length > 0 || isSpoken)) matches.push(read)
    }
    yield []
  }
  const isOfOther = (match: Match) =>
    match.rule.right === 'status' &&
    matches.some(
      (other) => other !== match && other.right.some(({ start, end }) => start < match.start && match.start < end),
    )
  return matches
    .filter((match) => !isOfOther(match))
    .map((match) => (match.rule.type === 'same_as' ? namedBehindWords : withoutWordsOfOthers)(match, matches, scene))
    .filter(({ right, rule }) => right.length > 0 || rule.speaker)
}

/** 李娜维护支付网关（payment gateway）: what has another name stands behind the words of another relation. */
function namedBehindWords(match: Match, matches: readonly Match[], scene: Scene): Match {
  const ends = matches.flatMap(({ start, end }) => (start < end && end <= match.start ? end : []))
  const from = Math.max(match.clause.start, ...ends)
  const left = NAMES[scene.language].before(scene.sentence.slice(from, match.start), from)
  return { ...match, left: left.slice(0, 1), right: match.right.slice(0, 1) }
}

/** "Wei maintains the gateway and works on Aurora": what another relation takes for its words is no name. */
function withoutWordsOfOthers(match: Match, matches: readonly Match[]): Match {
  const isWords = ({ start, end }: NamePhrase) =>
    matches.some((other) => other !== match && other.start < other.end && start < other.end && other.start < end)
  const untilWords = (names: readonly NamePhrase[]) => {
    const at = names.findIndex(isWords)
    return at < 0 ? [...names] : names.slice(0, at)
  }
  return { ...match, left: untilWords(match.left), right: untilWords(match.right) }
}

const INDEXED = new WeakMap<RegExp, RegExp>()

/** The places of groups are asked for only here: rules need not say so. */
function withIndices(pattern: RegExp): RegExp {
  const known = INDEXED.get(pattern) ?? new RegExp(pattern.source, `${pattern.flags}d`)
  INDEXED.set(pattern, known)
  return known
}

function readMatch(match: RegExpExecArray, rule: RelationRule, clause: Clause, scene: Scene): Match {
  const names = NAMES[scene.language]
  const at = (offset: number) => clause.start + offset
  const [left, right] = [match.indices?.groups?.left, match.indices?.groups?.right]
  const end = match.index + match[0].length
  const cut = (from: number, to: number) => clause.text.slice(from, to)
  const isLeading = left !== undefined && left[0] === match.index
  const leftNames = left
    ? isLeading
      ? names.before(beforeBracket(cut(...left)), at(left[0]))
      : names.after(cut(...left), at(left[0]))
    : names.before(beforeRelative(cut(0, match.index)), at(0))
  const rightNames = right
    ? rightOf(cut(...right), at(right[0]), rule, scene)
    : rightOf(cut(end, clause.text.length), at(end), rule, scene)
  const words = left || right ? wordsBetween(match) : { start: match.index, end }
  return {
    rule,
    clause,
    start: at(words.start),
    end: at(words.end),
    left: leftNames,
    right: rightNames,
    isInherited: false,
  }
}

/** What of a match is neither side: other rules may read the sides. */
function wordsBetween(match: RegExpExecArray) {
  const whole = { start: match.index, end: match.index + match[0].length }
  const groups = Object.values(match.indices?.groups ?? {}).filter(
    (group) => group !== undefined && group[1] > group[0],
  )
  const first = groups.find(([start]) => start === whole.start)
  const last = groups.find(([, end]) => end === whole.end)
  const start = first ? first[1] : whole.start
  return { start, end: Math.max(start, last ? last[0] : whole.end) }
}

/** "The gateway, which depends on …": what stands before the relative word. */
const beforeRelative = (stretch: string) =>
  beforeBracket(stretch.replace(/,?\s*\b(?:which|who|that)\s*$/i, '')).trimEnd()

function rightOf(stretch: string, at: number, { right }: RelationRule, { language, context }: Scene): NamePhrase[] {
  if (right === 'date') {
    const found = readDate(stretch.slice(0, 40), context.at)
    return found ? [{ name: found.date, start: at + found.start, end: at + found.end }] : []
  }
  if (right === 'status') {
    const found = readStatus(stretch)
    return found ? [{ name: found.status, start: at, end: at + found.length }] : []
  }
  if (right === 'rest') return restOf(stretch, at)
  return NAMES[language].after(stretch, at)
}

/** What was decided, in its own words. */
function restOf(stretch: string, at: number): NamePhrase[] {
  const lead = /^[\s,，:：]*/.exec(stretch)?.[0].length ?? 0
  const name = stretch
    .slice(lead)
    .replace(/[\s.。!！]+$/, '')
    .slice(0, LONGEST_DECISION)
  return name.length < 4 ? [] : [{ name, start: at + lead, end: at + lead + name.length }]
}

const GOES_ON = {
  en: /(?:^|\band|\balso|,)\s*(?:also |now |still |then )*$/i,
  zh: /^[\s]*(?:也|还|同时|并且?|而且|另外|目前|现在|又|主要)*$/u,
} as const

/** "Wei owns the gateway and works on Aurora": the subject is the one before. */
function inherit(match: Match, scene: Scene, subject: readonly NamePhrase[]): Match {
  const { clause, start, rule } = match
  const language = detectLanguage(clause.text)
  const place = { before: scene.sentence.slice(0, start), language, type: rule.type, subject }
  const referent = referentOf(place, scene.spoken, scene.context)
  if (referent) {
    const { name, since, isTeam } = referent
    return { ...match, left: [{ name, start, end: start }], isInherited: true, since, isTeam }
  }
  const before = clause.text.slice(0, start - clause.start)
  return GOES_ON[language].test(before) ? { ...match, left: [...subject], isInherited: true } : match
}

function candidatesOf(match: Match, scene: Scene): RelationCandidate[] {
  const { rule, clause, left, right, isInherited, since, isTeam } = match
  const { sentence, language, context } = scene
  const hedges = readHedges(withoutRest(clause, rule, right), sentence, language)
  const trait = RELATIONS[rule.type]
  const [leftKind, rightKind] = rule.isReversed ? [trait.to, trait.from] : [trait.from, trait.to]
  const isSpeaker = rule.speaker !== undefined
  const judge = (kind: typeof leftKind) => (phrase: NamePhrase) => judgeName(phrase, kind, context, phrase.start === 0)
  const judgeLeft = (phrase: NamePhrase) => (isTeam ? teamName(phrase) : judge(leftKind)(phrase))
  const speaker = isSpeaker && context.speaker ? speakerName(context.speaker, clause) : null
  if (isSpeaker && !speaker) return []
  const asked = rule.isReversed
    ? { lefts: left.map(judgeLeft), rights: speaker ? [speaker] : right.map(judge(rightKind)) }
    : {
        lefts: speaker ? [speaker] : left.map(judgeLeft),
        rights: right.map((phrase) => special(phrase, rule) ?? judge(rightKind)(phrase)),
      }
  return asked.lefts.flatMap((one) =>
    asked.rights.flatMap((other): RelationCandidate[] => {
      const [from, to] = rule.isReversed ? [other, one] : [one, other]
      if (from.name === to.name || (rule.type === 'same_as' && !mayHaveTwoNames(from, to))) return []
      return [{ rule, language, from, to, hedges, isInherited, since, sentenceLength: sentence.length }]
    }),
  )
}

/** People's names are the directory's; what is of two kinds is not one thing. */
function mayHaveTwoNames(...names: readonly [JudgedName, JudgedName]): boolean {
  const [one, other] = names
  const isPerson = ({ name, kind }: JudgedName) =>
    kind === 'person' || (/\p{Script=Han}/u.test(name) && looksLikePerson(name))
  return !names.some(isPerson) && (one.kind === other.kind || names.some(({ kind }) => kind === 'topic'))
}

/** What was decided may be a denial: that denies nothing of the decision. */
const withoutRest = ({ text, start }: Clause, { right }: RelationRule, names: readonly NamePhrase[]): string =>
  right === 'rest' && names[0] ? text.slice(0, names[0].start - start) : text

const speakerName = ({ id, name }: NonNullable<ReadingContext['speaker']>, { start }: Clause): JudgedName => ({
  ...{ name, kind: 'person', personId: id, start, end: start, quality: 'known' },
})

const teamName = (phrase: NamePhrase): JudgedName => ({ ...phrase, kind: 'organisation', quality: 'known' })

/** Dates, states and decisions are no names. */
function special({ name, start, end }: NamePhrase, { right }: RelationRule): JudgedName | undefined {
  if (right === 'date') return { name, kind: 'date', start, end, quality: 'known' }
  if (right === 'status') return { name, kind: 'status', start, end, quality: 'known' }
  return right === 'rest' ? { name, kind: 'decision', start, end, quality: 'proper' } : undefined
}
