import type { Language } from '@parley/text'
import { kindByHead } from './entity-kind'
import type { NamePhrase } from './name-phrase'
import { peopleNamed } from './people-named'
import type { ReadingContext, RelationType } from './relation'

/** What was said before a sentence, as far as "he" and "it" may mean it. Offsets into the whole text. */
export interface SpokenOf {
  /** The sentences before, the nearest last; no pronoun reaches further back. */
  readonly earlier: readonly { readonly text: string; readonly start: number }[]
  /** The one thing that the sentence before speaks of. */
  readonly thing: { readonly name: string; readonly start: number } | null
}

export const NOTHING_SPOKEN: SpokenOf = { earlier: [], thing: null }
/** Sentences that a pronoun reaches back. */
const REACH = 2

/** What a pronoun stands for. `since`: where the sentence begins that says so, if it is an earlier one. */
export interface Referent {
  readonly name: string
  readonly since?: number
  readonly isTeam?: true
}

const ADVERBS = {
  en: '(?:(?:also|now|still|currently|mainly|mostly|already|both|all|then|usually|directly)\\s+)*',
  zh: '(?:也|还|同时|并且?|而且|另外|目前|现在|又|主要|都|一直|正|已经|直接)*',
} as const
const PRONOUNS: Readonly<Record<Language, Readonly<Record<'person' | 'thing' | 'team', RegExp>>>> = {
  en: {
    person: new RegExp(`\\b(?:he|she)(?:['’]s)?\\s+${ADVERBS.en}$`, 'i'),
    thing: new RegExp(`\\b(?:it|this (?:service|system|project|one))\\s+${ADVERBS.en}$`, 'i'),
    team: new RegExp(`\\b(?:we|our (?:team|group|squad))\\s+${ADVERBS.en}$`, 'i'),
  },
  zh: {
    person: new RegExp(`(?:他|她)(?!们)${ADVERBS.zh}$`, 'u'),
    thing: new RegExp(`(?:它|(?:该|这个)(?:系统|服务|项目|产品))${ADVERBS.zh}$`, 'u'),
    team: new RegExp(`(?:我们|咱们)(?:团队|小组|组|部门|部)?${ADVERBS.zh}$`, 'u'),
  },
}
/** What a team does as one; "we depend on …" may be said of anything. */
const OF_TEAMS: ReadonlySet<RelationType> = new Set(['responsible_for', 'owns', 'uses', 'works_on', 'knows'])

export interface PronounPlace {
  /** What stands in the sentence before the relation's words. */
  readonly before: string
  readonly language: Language
  readonly type: RelationType
  /** Subject of what the sentence said before. */
  readonly subject: readonly NamePhrase[]
}

/** Whom or what a pronoun right before a relation's words means, where that is plain; else null. */
export function referentOf(place: PronounPlace, spoken: SpokenOf, context: ReadingContext): Referent | null {
  const { before, language, type } = place
  const { person, thing, team } = PRONOUNS[language]
  if (person.test(before)) return personMeant(before.replace(person, ''), spoken, context)
  if (thing.test(before)) return thingMeant(place, spoken)
  const isTeam = context.team !== undefined && OF_TEAMS.has(type) && team.test(before)
  return isTeam ? { name: context.team ?? '', isTeam } : null
}

/** The one who was named last; where two were named at once it is not plain. */
function personMeant(before: string, { earlier }: SpokenOf, { people }: ReadingContext): Referent | null {
  const here = peopleNamed(before, people)
  if (here.length > 0) return here.length === 1 ? { name: here[0]!.name } : null
  for (const { text, start } of earlier.toReversed()) {
    const named = peopleNamed(text, people)
    if (named.length > 0) return named.length === 1 ? { name: named[0]!.name, since: start } : null
  }
  return null
}

function thingMeant({ subject }: PronounPlace, { thing }: SpokenOf): Referent | null {
  const [here] = subject
  if (here) return kindByHead(here.name) ? { name: here.name } : null
  return thing && { name: thing.name, since: thing.start }
}

const SUBJECT: Readonly<Record<Language, RegExp>> = {
  en: /^(?:the |our |this )?(?<name>[\p{L}\p{N}][\p{L}\p{N} '’-]{1,40}?) (?:is|was|has|had|needs|runs|keeps|went|goes|will|can|looks|seems)\b/iu,
  zh: /^(?<name>[\p{L}\p{N} ]{2,14}?)(?:目前|现在|最近|今天|昨天|已经|又|还|很|是|有|在|正)/u,
}

/** What there is to refer to after a sentence with these names on the sides of its relations. */
export function speakingOf(
  before: SpokenOf,
  sentence: { readonly text: string; readonly start: number },
  things: readonly string[],
  language: Language,
): SpokenOf {
  const distinct = [...new Set(things)]
  const subject = SUBJECT[language].exec(sentence.text)?.groups?.name
  const name = distinct.length > 0 ? distinct[0] : subject && kindByHead(subject) ? subject : undefined
  return {
    earlier: [...before.earlier, { text: sentence.text, start: sentence.start }].slice(-REACH),
    thing: name !== undefined && distinct.length < 2 ? { name, start: sentence.start } : null,
  }
}
