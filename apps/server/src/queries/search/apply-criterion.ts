import { messageQueryTerms } from '@parley/text'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../actor'
import type { Database } from '../../store/database'
import { authorWord, channelWord, FILE_WORD, IMAGE_WORD, LINK_WORD } from '../../store/search-words'
import { conditionOf, isNarrowCondition } from './conditions'
import { matchNames, type Named } from './match-names'
import type { Criterion } from './parse-search'
import { startOfDay } from './start-of-day'

export interface Surroundings {
  readonly rows: Database
  readonly actor: Actor
  readonly now: Date
  readonly channels: readonly ReadableChannel[]
  readonly people: readonly Named[]
}

export interface ReadableChannel extends Named {
  /** The people of a direct channel. */
  readonly personIds: readonly string[]
}

/** What criteria add up to. */
export interface SearchDraft {
  readonly words: string[]
  readonly shownWords: string[]
  readonly anyOf: string[][]
  readonly without: string[][]
  readonly conditions: RawBuilder<boolean>[]
  readonly phrases: string[]
  readonly unwantedPhrases: string[]
  readonly unknownNames: { operator: 'in' | 'from'; name: string }[]
  channelIds: string[]
  isNarrow: boolean
  from: Date | null
  until: Date | null
}

export const emptyDraft = (channelIds: string[]): SearchDraft => ({
  words: [],
  shownWords: [],
  anyOf: [],
  without: [],
  conditions: [],
  phrases: [],
  unwantedPhrases: [],
  unknownNames: [],
  channelIds,
  isNarrow: false,
  from: null,
  until: null,
})

/** Adds one thing that must, or must not, hold. */
export function addCriterion(draft: SearchDraft, criterion: Criterion, around: Surroundings): void {
  switch (criterion.kind) {
    case 'words':
      addWords(draft, criterion)
      break
    case 'phrase':
      addPhrase(draft, criterion)
      break
    case 'in':
      addPlace(draft, criterion, around)
      break
    case 'from':
      addAuthor(draft, criterion, around)
      break
    case 'before':
    case 'after':
    case 'on':
      addDay(draft, criterion, around)
      break
    case 'has':
    case 'is':
      addState(draft, criterion, around)
  }
}

type Of<Kind extends Criterion['kind']> = Extract<Criterion, { kind: Kind }>

/** What has no words (`=>`) is looked for as it stands. */
function addWords(draft: SearchDraft, criterion: Of<'words' | 'phrase'>): void {
  const terms = messageQueryTerms(criterion.text)
  if (terms.length === 0) addPhrase(draft, criterion)
  else if (criterion.isNegated) draft.without.push(terms)
  else {
    draft.words.push(...terms)
    draft.shownWords.push(...terms)
  }
}

/** A phrase is found by its words, then looked for in the texts. */
function addPhrase(draft: SearchDraft, { text, isNegated }: Of<'words' | 'phrase'>): void {
  if (isNegated) {
    draft.unwantedPhrases.push(text)
  } else {
    draft.phrases.push(text)
    draft.words.push(...messageQueryTerms(text))
  }
}

function addPlace(draft: SearchDraft, { name, isNegated }: Of<'in' | 'from'>, { channels, people }: Surroundings) {
  const direct = () => {
    const personIds = matchNames(people, name)
    return channels.filter((channel) => personIds.some((id) => channel.personIds.includes(id))).map(({ id }) => id)
  }
  const called = name.startsWith('@') ? [] : matchNames(channels, name)
  const found = called.length > 0 ? called : direct()
  if (found.length > 0) limitChannels(draft, found, isNegated)
  else if (!isNegated) draft.unknownNames.push({ operator: 'in', name })
}

/** So many of them the index looks up together. */
const MAX_GROUP = 50

export function limitChannels(draft: SearchDraft, found: readonly string[], isNegated: boolean): void {
  draft.channelIds = draft.channelIds.filter((id) => found.includes(id) !== isNegated)
  if (!isNegated && found.length <= MAX_GROUP) draft.anyOf.push(found.map(channelWord))
}

function addAuthor(draft: SearchDraft, { name, isNegated }: Of<'in' | 'from'>, { actor, people }: Surroundings) {
  const isMe = ['me', '我'].includes(name.replace(/^@/, '').toLowerCase())
  const found = isMe ? [actor.userId] : matchNames(people, name)
  if (isNegated) draft.without.push(...found.map((id) => [authorWord(id)]))
  else if (found.length > 0) draft.anyOf.push(found.map(authorWord))
  else draft.unknownNames.push({ operator: 'from', name })
}

function addDay(draft: SearchDraft, criterion: Of<'before' | 'after' | 'on'>, around: Surroundings): void {
  const { kind, date, isNegated } = criterion
  const [start, end] = [0, 1].map((days) => startOfDay(date, around.actor.timeZone, around.now, days)) as [Date, Date]
  if (isNegated && kind === 'on') draft.conditions.push(sql<boolean>`not (w.at >= ${start} and w.at < ${end})`)
  else if (kind === 'on') narrowPeriod(draft, start, end)
  else if (kind === 'before') narrowPeriod(draft, isNegated ? start : null, isNegated ? null : start)
  else narrowPeriod(draft, isNegated ? null : end, isNegated ? end : null)
}

function narrowPeriod(draft: SearchDraft, from: Date | null, until: Date | null): void {
  if (from && (!draft.from || from > draft.from)) draft.from = from
  if (until && (!draft.until || until < draft.until)) draft.until = until
}

/** What a message has for good stands among its words. */
const CONTENT_WORDS = { link: LINK_WORD, file: FILE_WORD, image: IMAGE_WORD }

function addState(draft: SearchDraft, criterion: Of<'has' | 'is'>, { rows, actor }: Surroundings): void {
  const { what, isNegated } = criterion
  if (what === 'link' || what === 'file' || what === 'image') addFact(draft, CONTENT_WORDS[what], isNegated)
  else if (what === 'mine') addFact(draft, authorWord(actor.userId), isNegated)
  else {
    const holds = conditionOf(what, rows, actor)
    draft.conditions.push(isNegated ? sql<boolean>`not (${holds})` : holds)
    draft.isNarrow ||= !isNegated && isNarrowCondition(what)
  }
}

function addFact(draft: SearchDraft, word: string, isNegated: boolean): void {
  if (isNegated) draft.without.push([word])
  else draft.anyOf.push([word])
}
