import { detectLanguage, type Language } from '@parley/text'
import { questionTerms } from '../passage-terms'
import { isQuestionWord } from '../question-words'
import { readEntities } from './names-in'
import { NO_SOURCES, type QuerySources } from './query-sources'
import { prefaceLength } from './question-preface'
import { readQuestionType } from './question-type'
import { readNegation, readWithout } from './read-negation'
import { readPlaces } from './read-places'
import { roleOfPerson, roleOfTime } from './read-roles'
import type { PersonPart, QueryPart, StructuredQuery, TextSpan, TimePart } from './structured-query'

/** What others have recognised in a question: who is who, and which days are meant, is known outside of here. */
export interface RecognisedSpans {
  readonly people?: readonly (TextSpan & Pick<PersonPart, 'ids' | 'name'>)[]
  readonly times?: readonly (TextSpan & Pick<TimePart, 'from' | 'to'>)[]
}

export interface QuestionToRead extends RecognisedSpans {
  readonly text: string
  /** Default: detected. */
  readonly language?: Language
  /** What may be named as a source. Default: nothing. */
  readonly sources?: QuerySources
}

const MOST_PARTS = 12

/** Reads a question: what is asked for, about whom and when, and where the answer is to be looked for. No model. */
export function readQuery({
  text,
  language,
  sources = NO_SOURCES,
  people = [],
  times = [],
}: QuestionToRead): StructuredQuery {
  const places = readPlaces(text, sources)
  const without = readWithout(text)
  const taken = [...places, ...without].map(({ span }) => span!)
  const isFree = (span: TextSpan) => !taken.some((other) => overlaps(span, other))
  const isUnread = (span: TextSpan) => isFree(span) && ![...people, ...times].some((other) => overlaps(span, other))
  const parts: QueryPart[] = [
    ...readEntities(text, sources.entities ?? [], isUnread),
    ...people.filter(isFree).map((person) => personPart(text, person)),
    ...times.filter(isFree).map((time) => timePart(text, time)),
    ...places,
    ...without,
    ...readNegation(text, taken),
  ]
  return {
    text,
    language: language ?? detectLanguage(text),
    ...readQuestionType(text),
    parts: inOrder(parts).slice(0, MOST_PARTS),
  }
}

const overlaps = (one: TextSpan, other: TextSpan) => one.start < other.end && other.start < one.end

const inOrder = (parts: readonly QueryPart[]) => parts.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))

function personPart(
  text: string,
  { start, end, ids, name }: NonNullable<RecognisedSpans['people']>[number],
): PersonPart {
  const { role, span } = roleOfPerson(text, { start, end })
  return { kind: 'person', role, ids, name, span, source: 'words' }
}

function timePart(text: string, { start, end, from, to }: NonNullable<RecognisedSpans['times']>[number]): TimePart {
  return { kind: 'time', role: roleOfTime(text, { start, end }), from, to, span: { start, end }, source: 'words' }
}

/** A query that limits nothing: a text of which nothing is known but its words. */
export const plainQuery = (text: string): StructuredQuery => readQuery({ text })

/**
 * The words that are searched: what says where to look, and what is left out, is no content of what is sought. Measured on
 * the handbook of this package: with the name of its document left in, a question is answered less well and refused worse.
 */
export function searchedText({ text, parts }: StructuredQuery): string {
  const preface = { start: 0, end: prefaceLength(text) }
  const spans = parts.filter(isCut).flatMap(({ span }) => (span ? [span] : []))
  // What begins in the preface, such as the verb of "does anybody know", is cut with it.
  const cut = [...spans.filter(({ start }) => start >= preface.end), ...(preface.end > 0 ? [preface] : [])]
  if (cut.length === 0) return text
  const rest = cut
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/^[\s,，、:：的]+/u, '')
    .replace(/\s+(?=[?？.。])/g, '')
  return questionTerms(rest).some((term) => !isQuestionWord(term)) ? rest : text
}

function isCut(part: QueryPart): boolean {
  if (part.kind === 'person' || part.kind === 'time') return part.role === 'from'
  return part.kind !== 'negation' && part.kind !== 'entity'
}
